using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Data.State;
using Sanbao.Domain.Kernel;

namespace Sanbao.Web.Tests.Data;

public class JournalTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_untouched_journal_verifies(Kind kind)
    {
        await using var test = await WithNotesAsync(kind);
        (await FaultsAsync(test)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_changed_line_is_found(Kind kind)
    {
        await using var test = await WithNotesAsync(kind);
        await Sql(test, "UPDATE jou_lines SET text = replace(text, '第1次', '第9次')");
        var fault = (await FaultsAsync(test)).ShouldHaveSingleItem();
        (fault.Kind, fault.Document, fault.Detail, fault.Code).ShouldBe(("request", "FW-2026-000001", "2", "line-changed"));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_missing_line_is_found_in_the_middle_and_at_the_end(Kind kind)
    {
        await using var test = await WithNotesAsync(kind);
        await Sql(test, "DELETE FROM jou_lines WHERE \"index\" = 3");
        (await FaultsAsync(test)).Select(f => f.Code).ShouldContain("end-differs");
        await Sql(test, "DELETE FROM jou_lines WHERE \"index\" = 1");
        (await FaultsAsync(test)).Select(f => f.Code).ShouldContain("line-missing");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_timeline_tells_who_did_what(Kind kind)
    {
        await using var test = await WithNotesAsync(kind);
        await using var db = test.Open();
        var lines = await db.TimelineAsync(await db.Requests.Select(r => r.Id).SingleAsync(), Actor.System);
        lines.Select(l => l.Code).ShouldBe(["request.imported", "request.noted", "request.noted", "request.noted"]);
        (lines[1].By, lines[1].At, lines[1].Arguments["text"].GetString()).ShouldBe(("王芳", A.Now, "第0次"));
    }

    private async Task<TestDatabase> WithNotesAsync(Kind kind)
    {
        var test = await TestDatabase.NewAsync(kind, cluster);
        var request = A.Request();
        await test.CreateAsync(request);
        for (var i = 0; i < 3; i++)
            await test.Writer.RunAsync(async db => (await db.FindRequestAsync(request.Id, A.Clerk))!.Note($"第{i}次", A.Clerk, A.Now));
        return test;
    }

    private static async Task<List<RecordFault>> FaultsAsync(TestDatabase test)
    {
        await using var db = test.Open();
        return await new RecordVerifier(db).FaultsAsync().ToListAsync();
    }

    private static async Task Sql(TestDatabase test, string statement)
    {
        await using var db = test.Open();
        await db.Database.ExecuteSqlRawAsync(statement);
    }
}
