using System.Net;
using System.Text.Json;
using Sanbao.Domain.Charters;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>Lists for programs (GET /requests).</summary>
public class ListingTests(PostgresCluster cluster)
{
    private static async Task<Office> FilledAsync(Kind kind, PostgresCluster cluster)
    {
        var office = await Office.OpenAsync(kind, cluster);
        for (var i = 0; i < 7; i++)
            await office.PostAsync(
                new { category = "fault", serial = i % 2 == 0 ? "YE3-2024-000123"
                : null, description = i == 3 ? "绝缘电阻偏低" : $"轴承异响 {i}", reportedAt = $"2026-05-02T2{i % 3}:00:00+08:00" });
        await office.ChangeAsync(async db =>
        {
            var request = await Sanbao.Data.RequestLoading.FirstForWorkAsync(db.Requests.Where(r => r.Number == "FW-2026-000002"), db);
            var charter = ((CharterShelf)office.App.Services.GetService(typeof(CharterShelf))!).Find("S0", 1);
            request!.Reply("已指导", null, charter, A.Clerk, A.Now);
            request.Close(RequestOutcome.NoFaultFound, null, charter, A.Clerk, A.Now);
        });
        return office;
    }

    [Theory]
    [InlineData(Kind.Sqlite, "status=open&sort=due", "1 4 7 5 3 6")]
    [InlineData(Kind.Sqlite, "status=open&sort=reported", "6 3 5 7 4 1")]
    [InlineData(Kind.Sqlite, "status=closed", "2")]
    [InlineData(Kind.Sqlite, "status=all&sort=due", "1 4 7 5 3 6 2")]
    [InlineData(Kind.Sqlite, "status=all&sort=reported", "6 3 5 2 7 4 1")]
    [InlineData(Kind.Sqlite, "", "1 4 7 5 3 6 2")]
    [InlineData(Kind.Sqlite, "q=绝缘", "4")]
    [InlineData(Kind.Sqlite, "q=轴承&status=open", "1 7 5 3 6")]
    [InlineData(Kind.Sqlite, "q=FW-2026-000005", "5")]
    [InlineData(Kind.Sqlite, "q=电机", "")]
    [InlineData(Kind.Postgres, "status=open&sort=due", "1 4 7 5 3 6")]
    [InlineData(Kind.Postgres, "status=all&sort=due", "1 4 7 5 3 6 2")]
    [InlineData(Kind.Postgres, "status=all&sort=reported", "6 3 5 2 7 4 1")]
    [InlineData(Kind.Postgres, "q=绝缘", "4")]
    [InlineData(Kind.Postgres, "q=轴承&status=open", "1 7 5 3 6")]
    internal async Task A_list_comes_in_its_order_and_page_by_page_without_gap_or_repetition(Kind kind, string query, string numbers)
    {
        await using var office = await FilledAsync(kind, cluster);
        var all = await office.GetAsync($"/requests?{query}");
        Numbers(all).ShouldBe(numbers);
        var total = all.GetProperty("items").GetArrayLength();
        all.GetProperty("count").GetProperty("value").GetInt32().ShouldBe(total);
        all.GetProperty("count").GetProperty("capped").GetBoolean().ShouldBeFalse();
        all.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);

        var (paged, after) = (new List<string>(), "");
        do
        {
            var page = await office.GetAsync($"/requests?{query}&limit=2{(after.Length > 0 ? "&after=" + after : "")}");
            if (Numbers(page) is { Length: > 0 } some) paged.Add(some);
            after = page.GetProperty("next").GetString() ?? "";
        }
        while (after.Length > 0);
        string.Join(' ', paged).ShouldBe(numbers);
    }

    [Theory]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("status=waiting", "status")]
    [InlineData("sort=name", "sort")]
    [InlineData("after=!!", "after")]
    [InlineData("after=Zm9v", "after")]
    public async Task A_question_that_cannot_be_answered_is_told_by_its_name(string query, string field)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        using var response =
            await office.Http.GetAsync(new Uri($"/api/v1/requests?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
            .GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/requests?sort=reported&after=")]
    [InlineData("/requests?sort=closed&after=")]
    [InlineData("/customers?after=")]
    public async Task A_place_in_another_order_is_none_in_this_one(string asked)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        for (var n = 0; n < 3; n++) await office.CallAsync(Entrance.Program);
        var after = (await office.GetAsync("/requests?sort=updated&limit=1")).GetProperty("next").GetString()!;
        (await office.GetAsync($"/requests?sort=updated&limit=1&after={after}")).GetProperty("items").GetArrayLength().ShouldBe(1);
        using var response = await office.Http.GetAsync(new Uri($"/api/v1{asked}{after}", UriKind.Relative),
            TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        foreach (var key in new[] { "FW-2026-000009", Guid.NewGuid().ToString(), "';--" })
        {
            using var response = await office.Http.GetAsync(new Uri($"/api/v1/requests/{Uri.EscapeDataString(key)}", UriKind.Relative),
                TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static string Numbers(JsonElement page) =>
        string.Join(' ', page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()![^1..]));
}
