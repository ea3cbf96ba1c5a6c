using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data.Writing;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Platform;

/// <summary>The document of the interface says what the interface does.</summary>
public class OpenApiTests
{
    [Fact]
    public async Task Every_route_says_what_it_does_what_it_answers_and_how_it_says_no()
    {
        await using var site = await TestSite.Start();
        var wrong = new List<string>();
        foreach (var (route, operation) in Operations(await DocumentAsync(site)))
        {
            if (!operation.TryGetProperty("summary", out _)) wrong.Add($"{route} has no summary");
            var answers = operation.GetProperty("responses").EnumerateObject().ToDictionary(a => a.Name, a => a.Value);
            foreach (var status in new[] { "401", "403", "503" })
                if (!answers.ContainsKey(status)) wrong.Add($"{route} does not say {status}");
            if (operation.TryGetProperty("requestBody", out _) && !(answers.ContainsKey("400") && answers.ContainsKey("422")))
                wrong.Add($"{route} does not say 400 and 422");
            foreach (var (status, answer) in answers.Where(a => a.Key[0] == '2'))
                if (answer.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema").EnumerateObject()
                    .All(p => p.Name is not ("$ref" or "type"))) wrong.Add($"{route} {status} is of no shape");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nouns_that_answer_with_a_unit_each_of_their_own_do_not_share_a_shape()
    {
        await using var site = await TestSite.Start();
        var document = await DocumentAsync(site);
        var answer = Operations(document).Single(o => o.Route == "post /api/v1/requests").Operation.GetProperty("responses")
            .GetProperty("201");
        var request = Resolve(document, answer.GetProperty("content").GetProperty("application/json").GetProperty("schema"));
        foreach (var field in new[] { "id", "number", "status", "equipment", "entitlement", "deadlines", "similar", "openOnSameEquipment" })
            request.GetProperty("properties").TryGetProperty(field, out _).ShouldBeTrue(field);
    }

    [Fact]
    public async Task What_may_be_left_out_is_not_called_required_and_may_be_null()
    {
        await using var site = await TestSite.Start();
        var schemas = (await DocumentAsync(site)).GetProperty("components").GetProperty("schemas");
        var component = schemas.GetProperty("ComponentToSave");
        component.TryGetProperty("required", out _).ShouldBeFalse();
        component.GetProperty("properties").GetProperty("name").GetProperty("type").EnumerateArray().Select(t => t.GetString())
            .ShouldBe(["null", "string"], ignoreOrder: true);
        schemas.GetProperty("FactsRequest").GetProperty("properties").GetProperty("evidence").GetProperty("items").GetProperty("type")
            .GetString().ShouldBe("string");
    }

    [Fact]
    public async Task Every_example_can_be_posted_as_it_stands()
    {
        await using var site = await TestSite.Start();
        await site.App.Services.GetRequiredService<Writer>().CreateAsync(creation =>
        {
            creation.Add(A.Product());
            return true;
        }, TestContext.Current.CancellationToken);
        using var program = await site.Program();
        var tried = 0;
        foreach (var (route, operation) in Operations(await DocumentAsync(site)))
        {
            if (!operation.TryGetProperty("requestBody", out var body)
                || !body.GetProperty("content").TryGetProperty("application/json", out var json)
                || !json.TryGetProperty("example", out var example)) continue;
            // The product's own example is the one that is there already.
            var text = route.EndsWith("/products", StringComparison.Ordinal)
                ? example.GetRawText().Replace("YE3-160M", "YE3-180M", StringComparison.Ordinal) : example.GetRawText();
            using var content = new StringContent(text, System.Text.Encoding.UTF8, "application/json");
            using var response =
                await program.PostAsync(new Uri(route.Split(' ')[1], UriKind.Relative), content, TestContext.Current.CancellationToken);
            ((int)response.StatusCode).ShouldBeInRange(200, 201,
                $"{route}: {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            tried++;
        }
        tried.ShouldBeGreaterThanOrEqualTo(8);
    }

    private static async Task<JsonElement> DocumentAsync(TestSite site)
    {
        using var response = await site.Browse().Get("/openapi/v1.json");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private static IEnumerable<(string Route, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name} {path.Name}", operation.Value);

    private static JsonElement Resolve(JsonElement document, JsonElement schema) =>
        schema.TryGetProperty("$ref", out var to)
            ? document.GetProperty("components").GetProperty("schemas").GetProperty(to.GetString()!.Split('/')[^1]) : schema;
}
