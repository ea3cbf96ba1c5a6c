using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Accounts;

public class TokenTests(PostgresCluster cluster)
{
    private const string Preview = "/api/v1/deadlines/preview";

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_token_opens_the_api_until_it_is_revoked(Kind kind)
    {
        var clock = new MovedClock(DateTimeOffset.UtcNow);
        await using var site = await TestSite.Start(kind, cluster, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        using var program = await site.Program("liaison");
        (await Ask(program)).ShouldBe((HttpStatusCode.OK, null));
        await site.App.Services.GetRequiredService<Writer>().RunAsync(async db =>
            await EditTokens.RevokeAsync(db, await db.ApiTokens.SingleAsync(), A.Clerk, DateTimeOffset.UtcNow));
        clock.At += TimeSpan.FromSeconds(10);
        (await Ask(program)).ShouldBe((HttpStatusCode.Unauthorized, "not-signed-in"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer made-up")]
    [InlineData("Bearer ")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    public async Task Without_a_good_token_a_program_is_told_to_bring_one(string? authorization)
    {
        await using var site = await TestSite.Start();
        using var program = site.Client();
        if (authorization is not null) program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        using var response = await Post(program);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_token_of_a_role_that_may_not_is_refused()
    {
        await using var site = await TestSite.Start();
        using var program = await site.Program("customer");
        (await Ask(program)).ShouldBe((HttpStatusCode.Forbidden, "not-permitted"));
    }

    [Fact]
    public async Task A_signed_in_browser_may_read_the_api_but_never_write_there()
    {
        await using var site = await TestSite.Start();
        var browser = await site.SignIn();
        (await browser.Get("/api/v1/charters/S1/1/text")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.PostJson(Preview, "{}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_bad_token_is_not_mended_by_a_good_cookie()
    {
        await using var site = await TestSite.Start();
        var browser = await site.SignIn();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/charters/S1/1/text");
        request.Headers.Authorization = new("Bearer", "made-up");
        (await browser.Send(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<(HttpStatusCode, string?)> Ask(HttpClient program)
    {
        using var response = await Post(program);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, answer.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    private static Task<HttpResponseMessage> Post(HttpClient program) => program.PostAsync(
        Preview, new StringContent("""{"charter":"S0","events":[{"kind":"reported","at":"2026-05-02T23:30:00+08:00"}]}""", Encoding.UTF8,
            "application/json"),
        TestContext.Current.CancellationToken);
}
