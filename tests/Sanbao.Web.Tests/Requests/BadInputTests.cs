using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>What cannot be so is told at its field, and nothing is half-saved.</summary>
public class BadInputTests(PostgresCluster cluster)
{
    private const string Good =
        """
        {"channel":"phone","category":"fault","serial":"YE3-2024-000123",
         "description":"轴承异响","reportedAt":"2026-05-02T23:30:00+08:00"}
        """;

    [Theory]
    [InlineData("description", "\"\"", "description", "fill")]
    [InlineData("description", "LONG", "description", "4,000")]
    [InlineData("description", "5", "description", "text")]
    [InlineData("category", "null", "category", "fill")]
    [InlineData("category", "\"faults\"", "category", "fault")]
    [InlineData("channel", "\"Phone\"", "channel", "phone, letter, fax, email, visit, claim-form, web, qr, dealer, engineer, api")]
    [InlineData("occurredOn", "\"0001-01-01\"", "occurredOn", "years 1900 and 2999")]
    [InlineData("reportedAt", "\"0001-01-01T00:00:00+08:00\"", "reportedAt", "years 1900 and 2999")]
    [InlineData("reportedAt", "\"9999-12-31T23:59:59-08:00\"", "reportedAt", "years 1900 and 2999")]
    [InlineData("reportedAt", "\"2026-05-02T23:30:00+99:00\"", "reportedAt", "offset")]
    [InlineData("priority", "3", "priority", "urgent")]
    [InlineData("mode", "\"onsite\"", "mode", "on-site")]
    [InlineData("zone", "\"village\"", "zone", "county")]
    [InlineData("regionCode", "\"32050\"", "regionCode", "six-digit")]
    [InlineData("regionCode", "\"32O505\"", "regionCode", "six-digit")]
    [InlineData("occurredOn", "\"2025-02-28\"", "occurredOn", "earliest")]
    [InlineData("occurredOn", "\"2026-05-03\"", "occurredOn", "reported")]
    [InlineData("occurredOn", "\"2026-02-30\"", "occurredOn", "yyyy-MM-dd")]
    [InlineData("reportedAt", "\"2026-05-02T23:46:00+08:00\"", "reportedAt", "later")]
    [InlineData("reportedAt", "\"1899-01-01T00:00:00Z\"", "reportedAt", "year")]
    [InlineData("reportedAt", "\"2026-05-02T23:30:00\"", "reportedAt", "offset")]
    [InlineData("serial", "LONG", "serial", "100")]
    [InlineData("contract", "\"HT-0\"", "contract", "no such contract")]
    [InlineData("charter", "\"S99\"", "charter", "S99")]
    [InlineData("customer", """{"name":"LONG"}""", "customer.name", "200")]
    [InlineData("reporter", """{"phone":"LONG"}""", "reporter.phone", "50")]
    [InlineData("externalReference", "LONG", "externalReference", "200")]
    [InlineData("componentId", "\"00000000-0000-0000-0000-000000000001\"", "component", "component")]
    [InlineData("equipmentId", "\"00000000-0000-0000-0000-000000000001\"", "equipmentId", "unit")]
    [InlineData("special", "\"yes\"", "special", "type")]
    public async Task A_value_that_cannot_be_is_told_at_its_field(string field, string value, string at, string says)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var body = JsonNode.Parse(Good)!.AsObject();
        body[field] = JsonNode.Parse(
            value.Replace("LONG", (value[0] == '{' ? "" : "\"") + new string('长', 20_000)
            + (value[0] == '{' ? "" : "\""), StringComparison.Ordinal));
        using var response = await office.SendAsync(body.ToJsonString());
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe("invalid-input");
        problem.GetProperty("errors").GetProperty(at)[0].GetString()!.ShouldContain(says, Case.Insensitive);
        await NothingIsThere(office);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"description":"\ud83d"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"description":"a\u0000b"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task A_body_that_cannot_be_read_is_told_and_never_a_fault_of_the_server(string body, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        using var response = await office.SendAsync(body);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        await NothingIsThere(office);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Markup_and_pictures_in_a_text_stay_text(Kind kind)
    {
        const string Said = "<script>alert('x')</script> & “轴承” 🔧👨‍🔧 \t𠮷野家 𓀀";
        await using var office = await Office.OpenAsync(kind, cluster);
        var (status, answer) = await office.PostAsync(new { category = "fault", description = Said, reporter = new { name = "<b>李</b>" } });
        status.ShouldBe(HttpStatusCode.Created);
        answer.GetProperty("description").GetString().ShouldBe(Said);
        var address = new Uri($"/api/v1/requests/{answer.GetProperty("number").GetString()}", UriKind.Relative);
        using var read = await office.Http.GetAsync(address, TestContext.Current.CancellationToken);
        // No browser takes it for a page.
        read.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        read.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await read.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("description").GetString()
            .ShouldBe(Said);
    }

    [Fact]
    public async Task All_errors_are_told_at_once()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (_, answer) = await office.PostAsync(new { category = "fault", regionCode = "x", occurredOn = "2030-01-01" });
        answer.GetProperty("errors").EnumerateObject().Select(e => e.Name)
            .ShouldBe(["description", "regionCode", "occurredOn"], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_good_token_or_the_right_nobody_takes_in_or_reads()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        office.Http.DefaultRequestHeaders.Authorization = (await office.ClientAsync("inspector")).DefaultRequestHeaders.Authorization;
        (await office.PostAsync(new { category = "fault", description = "x" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await office.GetAsync("/requests")).GetProperty("items").GetArrayLength().ShouldBe(0);

        office.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sb_wrong");
        using var unknown = await office.SendAsync(Good);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        unknown.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        unknown.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        await NothingIsThere(office);
    }

    [Theory]
    [InlineData("application/json; charset=gbk", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=UTF-8", HttpStatusCode.Created)]
    [InlineData("application/problem+json", HttpStatusCode.Created)]
    public async Task Json_is_utf8(string type, HttpStatusCode status)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Good));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response =
            await office.Http.PostAsync(new Uri("/api/v1/requests", UriKind.Relative), content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task What_was_typed_is_said_again_only_as_far_as_it_is_recognised()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        using var response = await office.SendAsync(
            Good.Replace("\"channel\":\"phone\"", $"\"charter\":\"{new string('长', 20_000)}\"", StringComparison.Ordinal));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Length.ShouldBeLessThan(1000);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("W/\"1\"")]
    [InlineData("\"-1\"")]
    public async Task A_version_that_cannot_be_read_is_never_taken_for_any_version(string seen)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        using var made = await office.SendAsync(Good);
        using var request = new HttpRequestMessage(HttpMethod.Post, made.Headers.Location
            + "/notes") { Content = System.Net.Http.Json.JsonContent.Create(new { text = "备注" }) };
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        using var response = await office.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"If-Match\"");
    }

    [Fact]
    public async Task A_visit_is_not_planned_with_somebody_who_does_not_exist()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        using var made = await office.SendAsync(Good);
        using var response = await office.Http.PostAsJsonAsync(
            new Uri(made.Headers.Location + "/visits", UriKind.Relative),
                new { engineer = "周强", engineerId = Guid.NewGuid(), appointment = "2026-05-03T09:00:00+08:00" },
                TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"engineerId\"");
    }

    [Fact]
    public async Task A_form_whose_parts_cannot_be_told_apart_is_unreadable()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        using var made = await office.SendAsync(Good);
        using var content = new StringContent("--x");
        content.Headers.ContentType = new("multipart/form-data");
        using var response = await office.Http.PostAsync(new Uri(made.Headers.Location + "/attachments", UriKind.Relative), content,
            TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_kind_of_body_is_told_so()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        using var form = new FormUrlEncodedContent([new("category", "fault")]);
        using var response =
            await office.Http.PostAsync(new Uri("/api/v1/requests", UriKind.Relative), form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static async Task NothingIsThere(Office office)
    {
        await using var db = office.Read();
        (await db.Requests.AnyAsync()).ShouldBeFalse();
        (await db.Deadlines.AnyAsync()).ShouldBeFalse();
    }
}
