using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Accounts;

/// <summary>Tokens on their page: the secret is seen once, by the one who made it.</summary>
public class TokenPageTests(PostgresCluster cluster)
{
    private const string Place = "/tokens", Asked = "/api/v1/company-days";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_token_is_shown_once_and_opens_the_api_with_its_role(Kind kind)
    {
        var log = new Heard();
        await using var site = await TestSite.Start(kind, cluster, b =>
        {
            b.Logging.ClearProviders().AddProvider(log);
            // All of it, also what is not written as the site ships.
            b.Services.PostConfigure<LoggerFilterOptions>(o => { o.Rules.Clear(); o.MinLevel = LogLevel.Trace; });
        });
        using var admin = await site.SignIn();
        var page = await admin.Page(Place);
        using var made = await admin.Submit(page, Place, ("name", "ERP 报修同步"), ("role", "liaison"));
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var secret = (await Browser.Document(made)).QuerySelector("#secret")!.TextContent;
        secret.ShouldMatch("^sb_[A-Za-z0-9_-]{43}$");

        using var program = site.Browse(token: secret);
        using (var answer = await program.Get(Asked)) answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var refused = await program.Get(Place)) refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var row = (await admin.Page(Place)).QuerySelector("tbody tr")!.TextContent;
        row.ShouldContain("ERP 报修同步");
        row.ShouldContain("客户联络员");
        row.ShouldContain("王芳");
        // Midnight may pass in between.
        row.ShouldMatch("今天|昨天");
        (await (await admin.Get(Place)).Content.ReadAsStringAsync(Cancel)).ShouldNotContain(secret);
        await using var db = site.App.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();
        var line = (await db.TimelineAsync(CompanyJournal.Only, Actor.System, Cancel))[^1];
        (line.Code, line.By, line.Arguments["name"].GetString()).ShouldBe(("token.created", "王芳", "ERP 报修同步"));
        (await db.Set<JournalLine>().AnyAsync(l => l.Text.Contains(secret), Cancel)).ShouldBeFalse();
        log.Lines.ShouldNotBeEmpty();
        log.Lines.ShouldNotContain(l => l.Contains(secret, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_form_sent_twice_makes_one_token_and_does_not_show_it_again(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        using var admin = await site.SignIn();
        var page = await admin.Page(Place);
        (await admin.Submit(page, Place, ("name", "MES"), ("role", "quality"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await admin.Submit(page, Place, ("name", "MES"), ("role", "quality"));
        again.Headers.Location!.ToString().ShouldBe(Place);
        var list = await admin.Page(Place);
        list.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        list.QuerySelector(".flash:not([hidden])")!.TextContent.ShouldContain("已经生成过");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_revoked_token_opens_nothing_from_that_moment_and_the_journal_says_who_did_it(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        using var admin = await site.SignIn();
        using var made = await admin.Submit(await admin.Page(Place), Place, ("name", "MES"), ("role", "quality"));
        using var program = site.Browse(token: (await Browser.Document(made)).QuerySelector("#secret")!.TextContent);
        (await program.Get(Asked)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var list = await admin.Page(Place);
        var form = list.Forms.Single(f => f.GetAttribute("action")!.EndsWith("/revoke", StringComparison.Ordinal));
        form.GetAttribute("data-confirm")!.ShouldContain("MES");
        for (var i = 0; i < 2; i++) (await admin.Submit(list, form.GetAttribute("action")!)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await program.Get(Asked)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await admin.Page(Place)).QuerySelector("tbody")!.TextContent.ShouldContain("吊销");
        await using var db = site.App.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();
        (await db.TimelineAsync(CompanyJournal.Only, Actor.System, Cancel)).Where(l => l.Code == "token.revoked").ShouldHaveSingleItem()
            .By.ShouldBe("王芳");
    }

    [Theory]
    [InlineData("", "liaison", "name")]
    [InlineData("ERP", "", "role")]
    [InlineData("ERP", "king", "role")]
    [InlineData("ERP", "dealer", "role")]
    public async Task What_cannot_be_is_told_at_its_field_and_makes_nothing(string name, string role, string field)
    {
        await using var site = await TestSite.Start();
        using var admin = await site.SignIn();
        using var answer = await admin.Submit(await admin.Page(Place), Place, ("name", name), ("role", role));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Document(answer)).QuerySelector($"#create-{field}-error").ShouldNotBeNull();
        (await admin.Page(Place)).QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_administrators_see_and_make_tokens()
    {
        await using var site = await TestSite.Start();
        using var leader = await site.SignIn("service-manager");
        (await leader.Get(Place)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var admin = await site.SignIn();
        (await leader.Submit(await admin.Page(Place), Place, ("name", "ERP"), ("role", "liaison")))
            .StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        (await admin.Page(Place)).QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    /// <summary>Everything that the site logs.</summary>
    private sealed class Heard : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose() { }
    }
}
