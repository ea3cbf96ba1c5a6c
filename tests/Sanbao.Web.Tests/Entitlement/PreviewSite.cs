using System.Text.Json.Nodes;
using Sanbao.Web.Tests.Entitlement;
using Sanbao.Web.Tests.Platform;

[assembly: AssemblyFixture(typeof(PreviewSite))]

namespace Sanbao.Web.Tests.Entitlement;

/// <summary>One site for all questions that store nothing.</summary>
public sealed class PreviewSite : IAsyncLifetime
{
    private TestSite site = null!;
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.Start();
        token = await site.AddToken("liaison");
    }

    /// <summary>Shows a liaison's token, which counts for pages as for the API.</summary>
    public Browser Browse(string language = "zh-CN") => site.Browse(language, token);

    public async Task<JsonObject> Ask(string path, JsonNode body)
    {
        using var browser = Browse();
        var answer = await browser.PostJson(path, body.ToJsonString());
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(200, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
