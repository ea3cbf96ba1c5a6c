using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Platform.Access;
using Sanbao.Web.Platform.Errors;
using Sanbao.Web.Platform.Hosting;

namespace Sanbao.Web.Tests.Platform;

public class AnswerTests
{
    internal sealed record Asked(Cause? Cause, DateOnly? On, DateTimeOffset? At, Money? Price, string? Text, Nested? Fault);

    internal sealed record Nested(Cause? Cause);

    private static void Map(Routes routes)
    {
        var api = routes.Api.MapGroup("/try").AllowAnonymous();
        api.MapPost("/echo", (Asked asked) => asked);
        api.MapPost("/refuse", IResult () => throw new RefusedException(new("status.409.detail")));
        api.MapPost("/wrong", IResult () =>
            throw new FieldErrorsException([new("serial", "field.required"), new("serial", "field.too-long", 40)]));
        api.MapGet("/gone", IResult () => throw new NotFoundException());
        api.MapGet("/broken", IResult () => throw new InvalidOperationException("secret-of-the-house"));
        routes.Pages.MapGet("/try/broken", IResult () => throw new InvalidOperationException("secret-of-the-house")).AllowAnonymous();
        routes.Pages.MapGet("/try/forbidden", () => "never").RequirePermission(Permission.Administer);
    }

    [Theory]
    [InlineData("""{"cause":"misuze"}""", "cause", "misuse")]
    [InlineData("""{"cause":2}""", "cause", "misuse")]
    [InlineData("""{"fault":{"cause":"Misuse"}}""", "fault.cause", "misuse")]
    [InlineData("""{"on":"2026-5-2"}""", "on", "yyyy-MM-dd")]
    [InlineData("""{"on":"2026-02-30"}""", "on", "yyyy-MM-dd")]
    [InlineData("""{"at":"2026-05-02T23:30:00"}""", "at", "offset")]
    [InlineData("""{"price":12.345}""", "price", "two decimal")]
    [InlineData("""{"price":"12"}""", "price", "number")]
    [InlineData("""{"price":1e30}""", "price", "")]
    [InlineData("""{"text":"a\u0000b"}""", "text", "U+0000")]
    [InlineData("""{"text":"a\u001bb"}""", "text", "U+001B")]
    [InlineData("""{"text":"a\u0085b"}""", "text", "U+0085")]
    [InlineData("""{"text":5}""", "text", "text")]
    public async Task A_readable_field_with_a_value_that_cannot_be_is_told_at_that_field(string json, string field, string says)
    {
        await using var site = await TestSite.Start(Map);
        var (status, problem) = await Post(site, "/api/v1/try/echo", json);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("code").GetString().ShouldBe("invalid-input");
        problem.GetProperty("errors").GetProperty(field)[0].GetString()!.ShouldContain(says);
    }

    [Theory]
    [InlineData("{\n\"cause\": \"misuse\",\n oops }", "line 3")]
    [InlineData("", "")]
    [InlineData("{\"cause\":", "line 1")]
    public async Task Text_that_is_not_json_is_unreadable_and_told_by_its_line(string json, string says)
    {
        await using var site = await TestSite.Start(Map);
        var (status, problem) = await Post(site, "/api/v1/try/echo", json);
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.GetProperty("code").GetString().ShouldBe("unreadable");
        problem.GetProperty("detail").GetString()!.ShouldContain(says);
    }

    [Fact]
    public async Task What_was_understood_comes_back_as_the_interface_writes_it()
    {
        await using var site = await TestSite.Start(Map);
        var (status, answer) = await Post(site, "/api/v1/try/echo",
            """{"cause":"human-damage","on":"2026-05-02","at":"2026-05-02T15:30:00.1234567Z","price":12.5"""
                + ""","text":"轴承<异响>\t停机\r\n急","unknown":{"a":[1]}}""");
        status.ShouldBe(HttpStatusCode.OK);
        answer.GetRawText().ShouldBe(
            """{"cause":"human-damage","on":"2026-05-02","at":"2026-05-02T23:30:00.123+08:00","price":12.5"""
                + ""","text":"轴承<异响>\t停机\r\n急","fault":null}""");
    }

    [Fact]
    public async Task A_refusal_is_409_with_its_code()
    {
        await using var site = await TestSite.Start(Map);
        var (status, problem) = await Post(site, "/api/v1/try/refuse", "{}");
        status.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().ShouldBe("status.409.detail");
        problem.GetProperty("detail").GetString().ShouldBe("The rules do not allow this.");
    }

    [Fact]
    public async Task All_errors_of_a_field_stand_at_it()
    {
        await using var site = await TestSite.Start(Map);
        var (status, problem) = await Post(site, "/api/v1/try/wrong", "{}");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("errors").GetProperty("serial").EnumerateArray().Select(e => e.GetString())
            .ShouldBe(["Please fill this in", "At most 40 characters"]);
    }

    [Theory]
    [InlineData("/api/v1/try/gone", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/v1/no-such-route", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/v1/try/broken", HttpStatusCode.InternalServerError, "internal")]
    [InlineData("/api/v1/try/echo", HttpStatusCode.MethodNotAllowed, "wrong-method")]
    public async Task Programs_get_a_problem_with_a_code_and_a_trace(string path, HttpStatusCode status, string code)
    {
        await using var site = await TestSite.Start(Map);
        using var response = await (await site.SignIn()).Get(path);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var problem = JsonDocument.Parse(text);
        problem.RootElement.GetProperty("code").GetString().ShouldBe(code);
        problem.RootElement.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        text.ShouldNotContain("secret-of-the-house");
    }

    [Theory]
    [InlineData("/no-such-page", HttpStatusCode.NotFound, "找不到页面")]
    [InlineData("/try/broken", HttpStatusCode.InternalServerError, "系统出错")]
    public async Task People_get_a_page_that_says_what_to_do(string path, HttpStatusCode status, string says)
    {
        await using var site = await TestSite.Start(Map);
        using var response = await (await site.SignIn()).Get(path);
        response.StatusCode.ShouldBe(status);
        var page = await Browser.Document(response);
        page.Title!.ShouldContain(says);
        page.QuerySelector(".status-page a[href='/']").ShouldNotBeNull();
        page.DocumentElement.OuterHtml.ShouldNotContain("secret-of-the-house");
    }

    [Fact]
    public async Task A_page_that_is_not_there_leads_back_and_one_that_failed_can_be_asked_again()
    {
        await using var site = await TestSite.Start(Map);
        var browser = await site.SignIn();
        (await From("/no-such-page", "/customers?q=1")).ShouldBe(["/", "/customers?q=1"]);
        (await From("/try/broken?a=1", "/customers")).ShouldBe(["/", "/try/broken?a=1"]);
        (await From("/no-such-page", null)).ShouldBe(["/"]);

        async Task<string?[]> From(string path, string? before)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (before is not null) request.Headers.Referrer = new("http://localhost" + before);
            using var response = await browser.Send(request);
            return [.. (await Browser.Document(response)).QuerySelectorAll(".status-page a").Select(a => a.GetAttribute("href"))];
        }
    }

    [Fact]
    public async Task A_body_that_is_not_json_at_all_is_told_so()
    {
        await using var site = await TestSite.Start(Map);
        using var program = await site.Program();
        using var response = await program.PostAsync("/api/v1/try/echo", new StringContent("a=b"), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> Post(TestSite site, string path, string json)
    {
        using var response = await site.Browse("en").PostJson(path, json);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement);
    }
}
