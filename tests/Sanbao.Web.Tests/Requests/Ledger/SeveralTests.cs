using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Accounts;
using Sanbao.Domain.Charters;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests.Ledger;

/// <summary>One deed done to several lines of the ledger.</summary>
public class SeveralTests(PostgresCluster cluster)
{
    private static readonly Guid Engineer = Guid.Parse("00000000-0000-7000-8000-0000000000aa");

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_is_assigned_in_a_save_of_its_own_and_what_is_refused_is_told_and_stays_chosen(Kind kind)
    {
        await using var centre = await FilledAsync(kind);
        var (status, page) = await SendAsync(centre, "assignment", ["FW-2026-000001", "FW-2026-000002", "FW-2026-000004", "FW-2026-000099"],
            ("assigneeId", $"{Engineer}"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = page.QuerySelector(".flash-bad")!.TextContent;
        told.ShouldContain("2 条已办好，2 条没有办成");
        told.ShouldContain("FW-2026-000004：");
        told.ShouldContain("FW-2026-000099：找不到了");
        (await AssigneesAsync(centre)).ShouldBe("李工 李工 - -");
        page.QuerySelectorAll("input[name=chosen]").Select(b => b.GetAttribute("value")).ShouldContain("FW-2026-000003");
        page.QuerySelectorAll("input[name=chosen][checked]").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_sent_twice_is_done_once(Kind kind)
    {
        await using var centre = await FilledAsync(kind);
        for (var n = 0; n < 2; n++)
            (await SendAsync(centre, "assignment", ["FW-2026-000001", "FW-2026-000003"], ("assigneeId", $"{Engineer}")))
                .Status.ShouldBe(HttpStatusCode.SeeOther);
        (await SendAsync(centre, "priority", ["FW-2026-000001", "FW-2026-000003"], ("priority", "urgent")))
            .Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = centre.Read();
        var one = await db.Requests.SingleAsync(r => r.Number == "FW-2026-000001", TestContext.Current.CancellationToken);
        (one.Assignee, one.Priority).ShouldBe(("李工", Priority.Urgent));
        (await db.Set<Sanbao.Data.Journal.JournalLine>().CountAsync(l => l.DocumentId == one.Id, TestContext.Current.CancellationToken))
            .ShouldBe(3);
    }

    [Theory]
    [InlineData("assignment", "assigneeId", "00000000-0000-7000-8000-00000000ffff", "FW-2026-000001")]
    [InlineData("assignment", "assigneeId", "", "FW-2026-000001")]
    [InlineData("priority", "priority", "very", "FW-2026-000001")]
    [InlineData("assignment", "assigneeId", "00000000-0000-7000-8000-0000000000aa", "")]
    public async Task What_cannot_be_done_to_any_is_told_before_the_first(string deed, string field, string value, string chosen)
    {
        await using var centre = await FilledAsync(Kind.Sqlite);
        var (status, page) = await SendAsync(centre, deed, [chosen], (field, value));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector(".flash-bad").ShouldNotBeNull();
        (await AssigneesAsync(centre)).ShouldBe("- - - -");
        if (chosen.Length > 0)
            page.QuerySelectorAll("input[name=chosen][checked]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe(chosen);
    }

    [Fact]
    public async Task Who_may_not_assign_is_offered_nothing_and_can_do_nothing()
    {
        await using var centre = await FilledAsync(Kind.Sqlite);
        (await centre.PageAsync("/requests", "engineer")).QuerySelectorAll("input[name=chosen]").ShouldBeEmpty();
        (await SendAsync(centre, "assignment", ["FW-2026-000001"], ("assigneeId", $"{Engineer}"), role: "engineer"))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
        (await AssigneesAsync(centre)).ShouldBe("- - - -");
    }

    /// <summary>Three that are open and one that is closed, and an engineer.</summary>
    private async Task<Centre> FilledAsync(Kind kind)
    {
        var centre = await Centre.OpenAsync(kind, cluster);
        for (var n = 1; n <= 4; n++) await centre.TakeInAsync($"第 {n} 条");
        await centre.WorkAsync("FW-2026-000004", r =>
        {
            r.Reply("已指导", null, centre.Charter, A.Clerk, centre.Now);
            r.Close(Sanbao.Domain.Charters.RequestOutcome.NoFaultFound, null, centre.Charter, A.Clerk, centre.Now);
        });
        await centre.Get<Sanbao.Data.Writing.Writer>().RunAsync(db =>
        {
            db.Add(
                new Account { Id = Engineer, UserName = "li", NormalizedUserName = "LI", DisplayName = "李工", Roles = ["engineer"],
                CreatedAt = A.Now });
            return db.NotedAsync();
        });
        return centre;
    }

    private static async Task<string> AssigneesAsync(Centre centre)
    {
        await using var db = centre.Read();
        return string.Join(
            ' ', (await db.Requests.OrderBy(r => r.Number).Select(r => r.Assignee).ToListAsync(TestContext.Current.CancellationToken))
            .Select(a => a ?? "-"));
    }

    private static async Task<(HttpStatusCode Status, AngleSharp.Html.Dom.IHtmlDocument Page)> SendAsync(
        Centre centre, string deed, string[] chosen, (string Name, string Value) field, string role = "service-manager")
    {
        using var client = centre.ClientOf(role);
        using var page = await client.GetAsync(new Uri("/requests", UriKind.Relative), TestContext.Current.CancellationToken);
        var form = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var request = new HttpRequestMessage(HttpMethod.Post, $"/requests/chosen/{deed}?view=open")
        {
            Content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                    new("_form", "deeds"), new(field.Name, field.Value),
                .. chosen.Where(c => c.Length > 0).Select(c => new KeyValuePair<string, string>("chosen", c)),
            ]),
        };
        if (page.Headers.TryGetValues("Set-Cookie", out var cookies))
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => c.Split(';')[0])));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, new HtmlParser()
            .ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
