using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Import.Page;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Import;

/// <summary>What files do not say of units, and what they write in the place of a date that nobody knows.</summary>
public class MissingFactsTests(PostgresCluster cluster)
{
    private const string Units = """
        序列号,型号,产品线,验收日期,出厂日期
        M-1,LTK-200,machine,2026-01-20,2025-12-01
        M-2,LTK-200,machine,,2025-12-01
        M-3,LTK-200,machine,,
        M-4,,machine,,
        """;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_preview_says_how_many_units_would_be_undetermined_and_what_they_lack(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var looked = await Importing.Run(test, ImportKind.Equipment, Units, preview: true, charter: "S9");
        (looked.Stored, looked.Refused, looked.Undetermined).ShouldBe((3, 1, 2));
        looked.Remarks.Select(Importing.Chinese.Say).ShouldBe(["2 台设备缺验收日期，补上以前无法判定是否在保。"]);
        (await Importing.Run(test, ImportKind.Equipment, Units, charter: "S9")).Undetermined.ShouldBe(2);
        // S1 counts from the factory date where nothing else is known: what governs decides what is missing.
        var other = Units.Replace("M-", "N-", StringComparison.Ordinal);
        (await Importing.Run(test, ImportKind.Equipment, other, charter: "S1")).Undetermined.ShouldBe(1);
    }

    [Fact]
    public async Task The_page_shows_the_number_and_leads_to_the_units_once_they_are_there()
    {
        await using var site = await TestSite.Start();
        using var browser = await site.SignIn("service-manager", "en");
        var path = await browser.Sent(Encoding.UTF8.GetBytes("Serial,Model,Line\nM-1,LTK-200,machine\nM-2,LTK-200,machine\n"), "equipment",
            "units.csv");
        var preview = await browser.Calm(path);
        preview.Figures().ShouldBe(["2", "2", "2", "0", "0"]);
        preview.QuerySelector("ul.plain-list")!.TextContent.ShouldContain("2 units lack this");
        var done = await browser.Run(path);
        done.QuerySelector("a.figure")!.GetAttribute("href").ShouldBe("/equipment/gaps?view=all");
        (await browser.Page("/equipment/gaps?view=all")).QuerySelectorAll("a.row-open").Length.ShouldBe(2);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_placeholder_for_a_date_is_told_at_its_cell_in_every_column_and_the_other_lines_come_in(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        string[] none = ["0001-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1970-01-01", "1949-12-31", "0001-01-01 00:00:00"];
        foreach (var column in ImportFields.Dates.Add("supplied"))
        {
            var lines = none.Select((day, i) => $"{column}-{i},LTK-200,{day}\n{column}-{i}-right,LTK-200,2024-03-01\n");
            var result = await Importing.Run(test, ImportKind.Equipment, $"serial,model,{column}\n" + string.Concat(lines));
            (result.Stored, result.Refused).ShouldBe((none.Length, none.Length), column);
            result.Errors.ShouldAllBe(e => e.What.Code == "date.none" && e.Line % 2 == 0 && e.Column == column, column);
        }
        await using var db = test.Open();
        (await db.Equipment.CountAsync(u => !u.SerialKey.Contains("RIGHT"))).ShouldBe(0);
    }

    [Theory, InlineData("reportedAt"), InlineData("occurredOn"), InlineData("closedAt")]
    public async Task In_a_history_too(string column)
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var others = column is "reportedAt" ? "" : ",reportedAt";
        var value = column is "reportedAt" ? "" : ",2024-03-02 08:00";
        var text = $"externalReference,{column}{others}\nA,1900-01-01{value}\nB,2024-03-02 08:00{value}\nC,1970-01-01T00:00:00Z{value}\n";
        var result = await Importing.Run(test, ImportKind.Requests, text);
        result.Stored.ShouldBe(1, string.Join('\n', Importing.Sentences(result)));
        result.Errors.Select(e => (e.Line, e.What.Code))
            .ShouldBe([(2, "date.none"), (4, column is "occurredOn" ? "import.not-a-date" : "date.none")]);
    }
}
