using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data.Writing;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>Whatever a program sends to the routes of the interface's document, it is told; it is never a fault of the server.</summary>
public partial class HostileProgramsTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task No_body_no_query_and_no_path_makes_the_server_fail(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await site.App.Services.GetRequiredService<Writer>().CreateAsync(c => { c.Add(A.Product()); return true; }, Cancel);
        using var browser = site.Browse();
        var document = JsonNode.Parse(await (await browser.Get("/openapi/v1.json")).Content.ReadAsStringAsync(Cancel))!;
        using var program = await site.Program("service-manager");
        var there = await MakeAsync(program, document);
        there.Count.ShouldBeGreaterThan(4);
        var (failed, sent) = (new List<string>(), 0);
        foreach (var (path, methods) in document["paths"]!.AsObject())
            foreach (var (method, operation) in methods!.AsObject())
                foreach (var request in RequestsOf(document, path, method, operation!, there))
                {
                    sent++;
                    var said = request.Content is { } content ? await content.ReadAsStringAsync(Cancel) : "";
                    using var answer = await program.SendAsync(request, Cancel);
                    if ((int)answer.StatusCode >= 500) failed.Add($"{method} {request.RequestUri} {said[..Math.Min(200, said.Length)]}");
                    request.Dispose();
                }
        failed.ShouldBeEmpty();
        sent.ShouldBeGreaterThan(2000);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>One of each noun, by the path of its collection.</summary>
    private static async Task<Dictionary<string, string>> MakeAsync(HttpClient program, JsonNode document)
    {
        var there = new Dictionary<string, string>();
        foreach (var (path, methods) in document["paths"]!.AsObject().Where(p => !p.Key.Contains('{', StringComparison.Ordinal)))
        {
            if (methods!["post"]?["requestBody"]?["content"]?["application/json"]?["example"] is not { } example) continue;
            using var content = Json(example.ToJsonString());
            using var made = await program.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
            if (made.StatusCode is not HttpStatusCode.Created) continue;
            there[path + "/"] = (string)JsonNode.Parse(await made.Content.ReadAsStringAsync(Cancel))!["id"]!;
        }
        return there;
    }

    private static IEnumerable<HttpRequestMessage> RequestsOf(
        JsonNode document, string path, string method, JsonNode operation, Dictionary<string, string> there)
    {
        var verb = new HttpMethod(method.ToUpperInvariant());
        var good = Filled(path, there.GetValueOrDefault(path.Split('{')[0]) ?? Guid.NewGuid().ToString());
        foreach (var value in Hostile.Texts)
        {
            if (path.Contains('{', StringComparison.Ordinal) && !Hostile.IsNoPath(value))
                yield return new(verb, Filled(path, Uri.EscapeDataString(value)));
            foreach (var asked in Asked(operation))
                yield return new(verb, $"{good}?{asked}={Uri.EscapeDataString(value)}");
        }
        if (operation["requestBody"]?["content"]?["application/json"] is not { } json) yield break;
        foreach (var field in FieldsOf(document, json["schema"]!, 0))
            foreach (var value in Hostile.Json)
                yield return new(verb, good) { Content = Json(With(json["example"], field, value)) };
    }

    private static IEnumerable<string> Asked(JsonNode operation) =>
        operation["parameters"]?.AsArray().Where(p => (string?)p!["in"] == "query").Select(p => (string)p!["name"]!) ?? [];

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static string Filled(string path, string value) => Parameter().Replace(path, _ => value);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>The names that lead to each field of the body, nested ones as well.</summary>
    private static IEnumerable<string[]> FieldsOf(JsonNode document, JsonNode schema, int depth)
    {
        foreach (var (name, property) in Resolved(document, schema)["properties"]?.AsObject() ?? [])
        {
            yield return [name];
            if (depth > 2 || property is null) continue;
            foreach (var inner in FieldsOf(document, property, depth + 1)) yield return [name, .. inner];
        }
    }

    private static JsonNode Resolved(JsonNode document, JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } to) return document["components"]!["schemas"]![to.Split('/')[^1]]!;
        return schema["oneOf"]?.AsArray().FirstOrDefault(s => s!["$ref"] is not null) is { } one ? Resolved(document, one) : schema;
    }

    private static string With(JsonNode? example, string[] field, string value)
    {
        var body = example?.DeepClone().AsObject() ?? [];
        var at = body;
        foreach (var name in field[..^1]) at = at[name] as JsonObject ?? (JsonObject)(at[name] = new JsonObject())!;
        at[field[^1]] = "HERE";
        return body.ToJsonString().Replace("\"HERE\"", value, StringComparison.Ordinal);
    }
}
