using System.Net;
using AngleSharp.Dom;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Charters;

/// <summary>A charter is read as a document: its contents, its sections, its versions, on the screen and on paper (A6).</summary>
public class ReadingChartersTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_contents_name_each_section_and_the_paper_says_what_the_page_says(string language)
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var clerk = await site.SignIn("engineer", language);
        foreach (var code in new[] { "S1", "S4", "S6", "S8", "S9", "cn-consumer" })
        {
            var page = await clerk.Page($"/charters/{code}");
            page.QuerySelectorAll(".doc-contents a").Select(a => a.GetAttribute("href"))
                .ShouldBe(page.QuerySelectorAll(".doc-section").Select(s => $"#{s.Id}"));
            var paper = await clerk.Page($"/charters/{code}/1/print");
            paper.QuerySelectorAll(".doc-section").Select(Text).ShouldBe(page.QuerySelectorAll(".doc-section").Select(Text));
            paper.QuerySelector(".form-foot")!.TextContent.ShouldContain(code);
        }
        (await clerk.Get("/charters/S1/7/print")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Working_days_in_a_row_areas_and_conditions_are_said_as_people_say_them()
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var clerk = await site.SignIn("engineer");
        Text((await clerk.Page("/charters/S11")).QuerySelector("#calendar")!).ShouldContain("周一至周五08:30–17:30");
        Text((await clerk.Page("/charters/S4")).QuerySelector("#work")!).ShouldContain("江苏省、浙江省");
        // What is due for damage in transit asks for nothing else, so the cause is not said twice.
        var row = (await clerk.Page("/charters/S8")).QuerySelectorAll("#remedies tbody tr")
            .Single(r => Text(r).StartsWith("运输损坏", StringComparison.Ordinal));
        row.Children.Select(Text).ShouldBe(["运输损坏", "—", "包换、包修"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Versions_say_from_when_to_when_they_govern_and_to_those_who_decide_who_wrote_them_and_why(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var author = await site.SignIn("service-manager");
        using var leader = await site.SignIn("general-manager");
        using var drafted = await author.Submit(await author.Page("/charter-changes/new?of=S7"), "/charter-changes/new?of=S7",
            ("text", Shop.Next()), ("reason", "竞品已承诺三年"));
        var place = drafted.Headers.Location!.ToString();
        using var approved = await leader.Submit(await leader.Page(place), place + "/approve");
        approved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        // The next page says that it is approved; the one after that has nothing to say.
        await leader.Page(place);
        var now = await leader.Page("/charters/S7");
        Text(now.QuerySelector("#about")!).ShouldContain("第1版现行");
        now.QuerySelectorAll("main .flash").ShouldBeEmpty();
        var rows = now.QuerySelectorAll("#versions tbody tr").Select(Text).ToArray();
        rows[0].ShouldStartWith("第2版自2036年6月1日起竞品已承诺三年");
        rows[0].ShouldEndWith("尚未生效");
        rows[1].ShouldContain("至2036年5月31日");

        using var clerk = await site.SignIn("engineer");
        var next = await clerk.Page("/charters/S7/2");
        Text(next.QuerySelector("main .flash")!).ShouldContain("自2036年6月1日起执行");
        next.QuerySelector("main .flash a")!.GetAttribute("href").ShouldBe("/charters/S7");
        Text(next.QuerySelector("#versions")!).ShouldNotContain("竞品已承诺三年");
    }

    /// <summary>Without blanks: how they fall between the parts of a page says nothing.</summary>
    private static string Text(IElement element) => string.Concat(element.TextContent.Where(c => !char.IsWhiteSpace(c)));
}
