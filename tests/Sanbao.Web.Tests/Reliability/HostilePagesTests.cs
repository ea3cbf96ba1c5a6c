using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Demo;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>Whatever is put into addresses and forms, it is told; it is never a fault of the server.</summary>
public class HostilePagesTests(PostgresCluster cluster)
{
    private const int ValuesOfField = 5;

    /// <summary>What addresses ask by, beside the names that forms have.</summary>
    private static readonly string[] Asked =
    [
        "q", "after", "before", "back", "year", "on", "who", "charter", "sort", "status", "view", "from", "to", "assignee", "customer",
        "do", "unit", "all", "mine", "exFactory",
    ];

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task No_address_and_no_form_makes_the_server_fail(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await FillAsync(site);
        await site.AddAccount("everything", [.. Roles.Codes.Where(r => r is not (Roles.Dealer or Roles.Customer))]);
        using var browser = site.Browse();
        (await browser.SignIn("everything", TestSite.Password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var pages = await Walk.PagesAsync(site, browser);
        pages.Count.ShouldBeGreaterThan(40);
        var failed = new List<string>();
        foreach (var page in pages) await AskAsync(browser, page, failed);
        var sent = new HashSet<string>();
        foreach (var page in pages) await SendAsync(browser, page, sent, failed);
        sent.Count.ShouldBeGreaterThan(30);
        failed.ShouldBeEmpty();
    }

    /// <summary>Each value for all that addresses ask by; then each name alone, for the first that is wrong may hide the others.</summary>
    private static async Task AskAsync(Browser browser, string page, List<string> failed)
    {
        var bare = page.Split('?')[0];
        foreach (var value in Hostile.Texts)
        {
            await LookAsync(browser, QueryOf(bare, Asked.Select(name => (name, value))), failed);
            if (bare.LastIndexOf('/') is > 0 and var cut && !Hostile.IsNoPath(value))
                await LookAsync(browser, bare[..(cut + 1)] + Uri.EscapeDataString(value), failed);
        }
        foreach (var (name, turn) in Asked.Select((name, turn) => (name, turn + bare.Length)))
            await LookAsync(browser, QueryOf(bare, [(name, Hostile.InTurn(turn))]), failed);
    }

    /// <summary>Every form once, every field of it with some values in turn: over all forms each value comes everywhere.</summary>
    private static async Task SendAsync(Browser browser, string page, HashSet<string> sent, List<string> failed)
    {
        using var shown = await browser.Get(page);
        if (shown.Content.Headers.ContentType?.MediaType != "text/html") return;
        foreach (var form in (await Browser.Document(shown)).Forms.Where(f => f.Method == "post"))
        {
            var (action, fields, turn) = (form.GetAttribute("action")!, FieldsOf(form), 0);
            if (action is "/sign-out" or "/sign-in" || !sent.Add(Walk.Alike(action) + fields.GetValueOrDefault("_form"))) continue;
            foreach (var field in fields.Keys.Where(name => !name.StartsWith("__", StringComparison.Ordinal)))
                for (var n = 0; n < ValuesOfField; n++) await PostAsync(browser, action, fields, field, Hostile.InTurn(turn += 4), failed);
        }
    }

    private static async Task PostAsync(
        Browser browser, string action, Dictionary<string, string> fields, string field, string value, List<string> failed)
    {
        var typed = new Dictionary<string, string>(fields) { [field] = value };
        using var answer = await browser.Send(new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(typed) });
        if ((int)answer.StatusCode >= 500) failed.Add($"POST {action} {field}={Shown(value)}: {(int)answer.StatusCode}");
    }

    private static async Task LookAsync(Browser browser, string address, List<string> failed)
    {
        using var answer = await browser.Get(address);
        if ((int)answer.StatusCode >= 500) failed.Add($"GET {Shown(address)}: {(int)answer.StatusCode}");
    }

    private static Dictionary<string, string> FieldsOf(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string>();
        foreach (var element in form.Elements)
            if (element.GetAttribute("name") is { Length: > 0 } name && element is not IHtmlInputElement { Type: "file" or "submit" })
                fields[name] = element switch
                {
                    IHtmlInputElement input => input.Value,
                    IHtmlTextAreaElement text => text.Value,
                    IHtmlSelectElement choice => choice.Value ?? "",
                    _ => "",
                };
        return fields;
    }

    private static string QueryOf(string page, IEnumerable<(string Name, string Value)> asked) =>
        page + "?" + string.Join('&', asked.Select(a => $"{a.Name}={Uri.EscapeDataString(a.Value)}"));

    private static string Shown(string value) => Uri.EscapeDataString(value) is var said && said.Length > 200 ? said[..200] : said;

    private static async Task FillAsync(TestSite site)
    {
        await site.App.Services.GetRequiredService<LoadDemo>().RunAsync(60, asked: true, cancel: TestContext.Current.CancellationToken);
    }
}

/// <summary>Walks the site along its links, and finds for each route one address that is there.</summary>
internal static partial class Walk
{
    public static async Task<List<string>> PagesAsync(TestSite site, Browser browser)
    {
        var routes = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
            .Where(r => r is not ("/live" or "/sign-in") && !r.StartsWith("/api/", StringComparison.Ordinal)).Distinct()
            .ToDictionary(r => r, _ => (string?)null);
        var waiting = new Queue<string>(routes.Keys.Where(r => !r.Contains('{', StringComparison.Ordinal)));
        while (waiting.TryDequeue(out var address))
        {
            if (routes.Keys.FirstOrDefault(r => Fits(r, address)) is not { } route || routes[route] is not null) continue;
            routes[route] = address;
            foreach (var link in await LinksAsync(browser, address)) waiting.Enqueue(link);
        }
        // What nothing leads to is asked for all the same.
        return [.. routes.Select(r => r.Value ?? Parameter().Replace(r.Key, Guid.NewGuid().ToString()))];
    }

    /// <summary>Addresses that differ only by what they are about.</summary>
    public static string Alike(string address) => Key().Replace(address, "*");

    private static bool Fits(string route, string address) =>
        new TemplateMatcher(TemplateParser.Parse(Constraint().Replace(route, "}")[1..]), []).TryMatch(address.Split('?')[0], []);

    private static async Task<IEnumerable<string>> LinksAsync(Browser browser, string address)
    {
        using var answer = await browser.Get(address);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html") return [];
        return (await Browser.Document(answer)).QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]+-[0-9]{4}-[0-9]{6}")]
    private static partial Regex Key();

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraint();
}
