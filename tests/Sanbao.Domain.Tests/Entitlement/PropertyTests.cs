using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>What holds for every charter and any facts, within one version and on or after the start day (docs/decisions/0010).</summary>
public class PropertyTests
{
    private static readonly DateOnly Today = new(2025, 6, 30);
    private static readonly ImmutableArray<Charter> All =
        [.. Enumerable.Range(0, 12).Select(n => CharterLibrary.Shipped.InForce($"S{n}", Today)!)];

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void A_later_fault_date_never_gains_cover() => Check(Cases, (charter, facts) =>
    {
        var later = facts with { On = facts.On.AddDays(1 + facts.On.Day * 3) };
        return EntitlementEngine.Judge(charter, facts).Covered || !EntitlementEngine.Judge(charter, later).Covered;
    });

    [Fact]
    public void Adding_an_exclusion_never_gains_cover() => Check(Cases, (charter, facts) =>
    {
        var stricter = charter with
        {
            Warranty = charter.Warranty with
            {
                Exclusions = charter.Warranty.Exclusions.Add(new Exclusion([Cause.Misuse, Cause.Quality], ["motor"], "photo", null)),
            },
        };
        return EntitlementEngine.Judge(charter, facts).Covered || !EntitlementEngine.Judge(stricter, facts).Covered;
    });

    [Fact]
    public void Adding_repair_days_never_shortens() => Check(Cases, (charter, facts) =>
    {
        var before = EntitlementEngine.Judge(charter, facts);
        var after = EntitlementEngine.Judge(charter, facts with { RepairDays = facts.RepairDays + 7 });
        return (!before.Covered || after.Covered) && (before.LastDay is null || after.LastDay >= before.LastDay);
    });

    [Fact]
    public void The_law_never_takes_away() => Check(Cases, (charter, facts) =>
    {
        var alone = EntitlementEngine.Judge(charter with { Law = null }, facts);
        var withLaw = EntitlementEngine.Judge(charter, facts);
        return (!alone.Covered || withLaw.Covered)
            && alone.Remedies.All(r => withLaw.Remedies.Contains(r))
            && alone.Lines.Zip(withLaw.Lines).All(pair =>
                pair.First.Share is null || pair.Second.Share is null || pair.Second.Share <= pair.First.Share);
    });

    [Fact]
    public void A_fact_that_was_not_looked_at_changes_nothing_and_the_explanation_names_each_that_was_there() => Check(Pairs, pair =>
    {
        var (charter, facts, other) = pair;
        var (decision, explanation) = EntitlementEngine.Explain(charter, facts);
        var named = explanation.All().Where(e => e.Says.Code is "entitlement.fact" or "entitlement.fact-unknown")
            .Select(e => (Fact)e.Says.Arguments[0]).ToHashSet();
        if (explanation.All().Any(e => e.Says.Code.StartsWith("entitlement.evidence-", StringComparison.Ordinal))) named.Add(Fact.Evidence);
        // What is ordinarily absent is told only where it is there.
        Fact[] silent = [Fact.ComponentClass, Fact.Sector, Fact.Replaced, Fact.Exchanged, Fact.PaidRepair, Fact.Wanted, Fact.Voided,
            Fact.Goodwill];
        return Enum.GetValues<Fact>().All(fact =>
            named.Contains(fact) == decision.Looked.Contains(fact) || silent.Contains(fact) && !named.Contains(fact))
            && Enum.GetValues<Fact>().All(fact =>
                decision.Looked.Contains(fact) || Same(decision, EntitlementEngine.Judge(charter, With(facts, other, fact))));
    });

    [Fact]
    public void What_is_not_determined_promises_and_refuses_nothing_and_what_is_missing_decides_it() => Check(Cases, (charter, facts) =>
    {
        var decision = EntitlementEngine.Judge(charter, facts);
        var (covered, not) = EntitlementEngine.Weigh(charter, facts);
        return decision.Undetermined
            ? decision is { Covered: false, LastDay: null, Remedies.IsEmpty: true, ExchangeFee: null, Refund: null }
                && decision.Lines.All(l => l.Payer is Payer.Open && l.Basis is null) && decision.Reasons[0].Code is ReasonCode.Missing
                && covered is { Covered: true, Undetermined: false } && not is { Covered: false, Undetermined: false }
            : decision.Lines.All(l => l.Payer is not Payer.Open && l.Basis is not null)
                && covered.Covered == decision.Covered && not.Covered == decision.Covered;
    });

    [Fact]
    public void Explaining_decides_the_same_as_judging() => Check(Cases, (charter, facts) =>
        Same(EntitlementEngine.Judge(charter, facts), EntitlementEngine.Explain(charter, facts).Decision));

    private static bool Same(Decision a, Decision b) =>
        a with { Remedies = [], Lines = [], Reasons = [] } == b with { Remedies = [], Lines = [], Reasons = [] }
        && a.Remedies.SequenceEqual(b.Remedies) && a.Lines.SequenceEqual(b.Lines) && a.Reasons.SequenceEqual(b.Reasons);

    private static void Check(Gen<(Charter, Facts)> cases, Func<Charter, Facts, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), c => holds(c.Item1, c.Item2)).Check(Many);

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) => Prop.ForAll(cases.ToArbitrary(), holds).Check(Many);

    private static Gen<DateOnly?> Day =>
        Gen.Choose(0, 1500).Select(n => n % 4 == 0 ? (DateOnly?)null : new DateOnly(2022, 1, 1).AddDays(n));

    private static Gen<T?> Maybe<T>(params T[] values) where T : struct =>
        Gen.Elements(values.Select(v => (T?)v).Append(null).ToArray());

    private static Gen<T> Any<T>() where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<UnitDates> Dates =>
        from d in Day.ListOf(12)
        select new UnitDates
        {
            ExFactory = d[0], Shipped = d[1], Delivered = d[2], Sold = d[3], Invoiced = d[4], Received = d[5], Commissioned = d[6],
            Accepted = d[7], PickedUp = d[8], Replaced = d[9], Exchanged = d[10], PaidRepair = d[11],
        };

    private static Gen<Goods> AnyGoods =>
        from source in Gen.Elements(Enum.GetValues<Source>().Select(s => (Source?)s).Append(null).ToArray())
        from supplied in Day
        from months in Maybe(6, 12, 24)
        select new Goods(source, supplied, months);

    private static Gen<Facts> AnyFacts =>
        from judged in Gen.Choose(0, 2500)
        from dates in Dates
        from goods in AnyGoods.ListOf(2)
        from component in Gen.Elements("motor", "structure", "electrical", "shell", "metering-pump", null)
        from evidence in Gen.SubListOf("commissioning", "invoice", "acceptance", "photo")
        from words in Gen.Elements("metro", "water", "retail", null).Two()
        from line in Gen.Elements("pump", "phone", "heater", null)
        from party in Maybe(ContractParty.Company, ContractParty.Dealer)
        from months in Maybe(1, 6, 12, 30).Two()
        from member in Maybe(true, false)
        from cause in Gen.Frequency((3, Gen.Constant(Cause.Quality)), (1, Any<Cause>()))
        from counts in Gen.Choose(0, 5).ListOf(3)
        from longWaits in Gen.Choose(0, 120).ListOf(2)
        from batch in Gen.Elements(true, false)
        from price in Gen.Choose(1, 1_000_000)
        from wanted in Maybe(Remedy.Repair, Remedy.Exchange, Remedy.Refund)
        select new Facts
        {
            On = new DateOnly(2022, 1, 1).AddDays(judged), Dates =
                dates, Product = goods[0], Component = goods[1], ComponentClass = component,
            Evidence = [.. evidence], Sector =
                words.Item1, Line = line, Party = party, ContractMonths = months.Item1, StockMonths = months.Item2,
            Member = member, Cause = cause, FailedRepairs = counts[0], SameFaultRepairs = counts[1], RepairDays = counts[2] * 3,
            PartsMissingDays = longWaits[0], RepairOverdueDays = longWaits[1], Batch = batch, Price = new Money(price), Wanted = wanted,
        };

    private static Gen<(Charter, Facts)> Cases =>
        from charter in Gen.Elements(All.AsEnumerable())
        from facts in AnyFacts
        select (charter, facts);

    private static Gen<(Charter, Facts, Facts)> Pairs =>
        from one in Cases
        from other in AnyFacts
        select (one.Item1, one.Item2, other);

    /// <summary>The facts with one of them taken from elsewhere.</summary>
    private static Facts With(Facts facts, Facts other, Fact fact) => fact switch
    {
        Fact.On => facts with { On = other.On },
        Fact.Line => facts with { Line = other.Line },
        Fact.Model => facts with { Model = other.Model ?? "another" },
        Fact.Source =>
            facts with { Component = facts.Component with { Source = other.Component.Source },
            Product = facts.Product with { Source = other.Product.Source } },
        Fact.ComponentClass => facts with { ComponentClass = other.ComponentClass },
        Fact.Supplied =>
            facts with { Component = facts.Component with { Supplied = other.Component.Supplied },
            Product = facts.Product with { Supplied = other.Product.Supplied } },
        Fact.AgreementMonths =>
            facts with { Component = facts.Component with { AgreementMonths = other.Component.AgreementMonths },
            Product = facts.Product with { AgreementMonths = other.Product.AgreementMonths } },
        Fact.ExFactory => facts with { Dates = facts.Dates with { ExFactory = other.Dates.ExFactory } },
        Fact.Shipped => facts with { Dates = facts.Dates with { Shipped = other.Dates.Shipped } },
        Fact.Delivered => facts with { Dates = facts.Dates with { Delivered = other.Dates.Delivered } },
        Fact.Sold => facts with { Dates = facts.Dates with { Sold = other.Dates.Sold } },
        Fact.Invoiced => facts with { Dates = facts.Dates with { Invoiced = other.Dates.Invoiced } },
        Fact.Received => facts with { Dates = facts.Dates with { Received = other.Dates.Received } },
        Fact.Commissioned => facts with { Dates = facts.Dates with { Commissioned = other.Dates.Commissioned } },
        Fact.Accepted => facts with { Dates = facts.Dates with { Accepted = other.Dates.Accepted } },
        Fact.PickedUp => facts with { Dates = facts.Dates with { PickedUp = other.Dates.PickedUp } },
        Fact.Replaced => facts with { Dates = facts.Dates with { Replaced = other.Dates.Replaced } },
        Fact.Exchanged => facts with { Dates = facts.Dates with { Exchanged = other.Dates.Exchanged } },
        Fact.PaidRepair => facts with { Dates = facts.Dates with { PaidRepair = other.Dates.PaidRepair } },
        Fact.Evidence => facts with { Evidence = other.Evidence },
        Fact.Sector => facts with { Sector = other.Sector },
        Fact.Party => facts with { Party = other.Party },
        Fact.ContractMonths => facts with { ContractMonths = other.ContractMonths },
        Fact.StockMonths => facts with { StockMonths = other.StockMonths },
        Fact.Member => facts with { Member = other.Member },
        Fact.Cause => facts with { Cause = other.Cause },
        Fact.Batch => facts with { Batch = other.Batch },
        Fact.FailedRepairs => facts with { FailedRepairs = other.FailedRepairs },
        Fact.SameFaultRepairs => facts with { SameFaultRepairs = other.SameFaultRepairs },
        Fact.RepairDays => facts with { RepairDays = other.RepairDays },
        Fact.PartsMissingDays => facts with { PartsMissingDays = other.PartsMissingDays },
        Fact.RepairOverdueDays => facts with { RepairOverdueDays = other.RepairOverdueDays },
        Fact.UsageHours => facts with { UsageHours = 10_000 },
        Fact.UsageKilometres => facts with { UsageKilometres = 100_000 },
        Fact.UsageCycles => facts with { UsageCycles = 100_000 },
        Fact.Price => facts with { Price = other.Price },
        Fact.Wanted => facts with { Wanted = other.Wanted },
        Fact.Voided => facts with { Voided = new Voided(new DateOnly(2000, 1, 1), "seal") },
        Fact.Goodwill => facts with { Goodwill = new Goodwill([LineKind.Parts], "head", "old customer") },
    };
}
