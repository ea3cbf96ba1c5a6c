using Microsoft.EntityFrameworkCore;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Json;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Tests.Data;

public class JudgementTests(PostgresCluster cluster)
{
    private static readonly Charter S0 = CharterLibrary.Shipped.InForce("S0", new(2026, 5, 2))!;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_judged_request_comes_back_with_facts_decision_and_deadlines(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var request = Opened();
        await test.CreateAsync(request);

        await using var db = test.Open();
        var read = (await db.FindRequestAsync(request.Id, A.Clerk)).ShouldNotBeNull();
        await db.Entry(read).Collection(r => r.Judgements).LoadAsync();
        var (kept, was) = (read.Judgements.ShouldHaveSingleItem(), request.Judgements[0]);
        FactsJson.Write(kept.Facts).ShouldBe(FactsJson.Write(was.Facts));
        (kept.Decision with { Remedies = [], Lines = [], Reasons = [] })
            .ShouldBe(was.Decision with { Remedies = [], Lines = [], Reasons = [] });
        kept.Decision.Reasons.ShouldBe(was.Decision.Reasons);
        kept.Decision.Lines.ShouldBe(was.Decision.Lines);
        read.Deadlines.Entries.Select(d => (d.Promise, d.Due)).ShouldBe(request.Deadlines.Entries.Select(d => (d.Promise, d.Due)));
        read.NextDue.ShouldBe(request.NextDue);
    }

    [Fact]
    public void Whatever_a_reason_says_comes_back_as_it_was_written()
    {
        object[] details = [Fact.Accepted, new Proof("invoice"), new Usage(UsageKind.Hours, 2000), Span.WorkingDays(10), Cause.Misuse,
            new DateOnly(2026, 5, 2), 6, "密封破损"];
        var decision = EntitlementEngine.Judge(S0, new Facts { On = new(2026, 5, 2) }) with {
            Reasons = [.. details.Select(d => new Reason(ReasonCode.Missing, d))] };
        var read = DecisionJson.Read(DecisionJson.Write(decision));
        read.Reasons.ShouldBe(decision.Reasons);
        (read.Undetermined, read.Lines[0].Payer, read.Lines[0].Basis, read.Lines[0].Share).ShouldBe((true, Payer.Open, null, null));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Work_on_a_stored_request_moves_its_stored_deadlines(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var request = Opened();
        await test.CreateAsync(request);
        await WorkAsync(test, request.Id, r => r.ChooseMode(ServiceMode.OnSite, "停产", S0, A.Clerk, A.Now));
        await WorkAsync(test, request.Id, r => r.Reply("已安排", null, S0, A.Clerk, A.Now));
        (await BookAsync(test)).Select(d => (d.Promise, d.State))
            .ShouldBe([(PromiseCode.Reply, DeadlineState.Met), (PromiseCode.Arrival, DeadlineState.Running)]);
        await WorkAsync(test, request.Id, r => r.ChooseMode(ServiceMode.Return, "可拆回", S0, A.Clerk, A.Now));
        (await BookAsync(test)).ShouldNotContain(d => d.Promise == PromiseCode.Arrival);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_repair_of_a_covered_fault_counts_in_the_history_of_the_next_one(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var product = A.Product();
        var unit = A.Unit(product);
        var (first, late) = (Opened(unit, on: new(2026, 3, 10)), Opened(unit, on: new(2026, 3, 11)));
        await test.Writer.CreateAsync(creation =>
        {
            creation.Add(product);
            creation.Add(unit);
            creation.Add(first, 2026);
            creation.Add(late, 2026);
            return true;
        });
        await WorkAsync(test, first.Id, r => r.RecordSolution("更换轴承", repaired: true, repairDays: 3, null, S0, A.Clerk, A.Now));
        await WorkAsync(test, late.Id, r => r.RecordSolution("更换轴承", repaired: true, repairDays: 5, null, S0, A.Clerk, A.Now));
        await using var db = test.Open();
        (await db.RepairHistoryAsync(unit.Id, A.Now.AddDays(1)))
            .ShouldBe(new RepairHistory(1, null, 3), "the other was not covered any more");
        (await db.RepairHistoryAsync(unit.Id, A.Now.AddDays(1), except: first.Id)).ShouldBe(RepairHistory.None);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_deadline_fires_once_for_each_level_and_due(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var deadline = Guid.CreateVersion7(A.Now);
        Task Fire(FiringLevel level) => test.Writer.RunAsync(db =>
        {
            db.Firings.Add(new(deadline, level, A.Now, A.Now));
            return Task.CompletedTask;
        });
        await Fire(FiringLevel.Warning);
        await Fire(FiringLevel.Due);
        // PostgreSQL's two nodes meet here when both ring: whoever lost is told to come again, and finds it rung.
        (await Should.ThrowAsync<Exception>(() => Fire(FiringLevel.Warning)))
            .ShouldBeOfType(kind is Kind.Postgres ? typeof(BusyException) : typeof(DbUpdateException));
        await using var db = test.Open();
        (await db.Firings.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public void Every_kind_of_argument_is_read_as_it_was_written()
    {
        object[] details = ["文字", new DateOnly(2025, 7, 10), 3, 4L, 0.15m, Cause.Installation, new Money(40_000),
            new Bilingual("泵", "pump"), new Word("cause.misuse"), true];
        var decision = EntitlementEngine.Judge(S0, new() { On = new(2026, 5, 2) }) with {
            Reasons = [.. details.Select(d => new Reason(ReasonCode.InPeriod, d))] };
        DecisionJson.Read(DecisionJson.Write(decision)).Reasons.Select(r => r.Detail).ShouldBe(details);
    }

    private static ServiceRequest Opened(Sanbao.Domain.InstalledBase.Equipment? unit = null, DateOnly? on = null)
    {
        var facts = new Facts { On = on ?? new(2026, 5, 2), Line = "motor", Dates = new() { Delivered = new(2025, 3, 10) },
            Evidence = ["delivery"], Price = new(1250_00) };
        return ServiceRequest.Open(
            new() { Channel = Channel.Phone, Category = RequestCategory.Fault, Description = "轴承异响", Zone = Zone.City, Unit = unit,
                ReportedAt = A.Now.AddMinutes(-10) },
            S0, (facts, EntitlementEngine.Judge(S0, facts)), A.Clerk, A.Now);
    }

    private static Task WorkAsync(TestDatabase test, Guid id, Action<ServiceRequest> verb) =>
        test.Writer.RunAsync(async db => verb((await db.FindRequestAsync(id, A.Clerk))!));

    private static async Task<List<DeadlineEntry>> BookAsync(TestDatabase test)
    {
        await using var db = test.Open();
        return await db.Deadlines.AsNoTracking().OrderBy(d => d.Due).ToListAsync();
    }
}
