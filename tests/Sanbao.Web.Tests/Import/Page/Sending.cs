using System.Net;
using AngleSharp.Html.Dom;
using Sanbao.Web.Tests.Platform;
using Sanbao.Web.Tests.Reliability;

namespace Sanbao.Web.Tests.Import.Page;

/// <summary>Sends files through the import page as a browser does, and waits for what the background makes of them.</summary>
internal static class Sending
{
    public static readonly byte[] Customers = System.Text.Encoding.UTF8.GetBytes(
        "客户名称,电话,行业,联系人,手机\n苏州轨道交通,0512-65000001,地铁,李伟,13800000001\n吴江水务,0512-65000002,水利,,\n昆山化工,0512-65000003,渔业,,\n");

    public static async Task<HttpResponseMessage> Send(
        this Browser browser, byte[] file, string kind =
            "customers", string name = "客户.csv", string? map = null, byte[]? mapFile = null, string? encoding = null)
    {
        var page = await browser.Page("/import");
        var form = new MultipartFormDataContent();
        foreach (var hidden in page.Forms.First(f => f.GetAttribute("action") == "/import").Elements.OfType<IHtmlInputElement>()
            .Where(i => i.Type == "hidden"))
            form.Add(new StringContent(hidden.Value), hidden.Name!);
        form.Add(new StringContent(kind), "kind");
        form.Add(new StringContent(map ?? ""), "map");
        form.Add(new StringContent(encoding ?? ""), "encoding");
        // A browser without a chosen file sends none.
        if (name.Length > 0) form.Add(new ByteArrayContent(file), "file", name);
        if (mapFile is not null) form.Add(new ByteArrayContent(mapFile), "mapFile", "m.yaml");
        return await browser.Send(new(HttpMethod.Post, "/import") { Content = form });
    }

    /// <summary>The path of the import that was sent.</summary>
    public static async Task<string> Sent(this Browser browser, byte[] file, string kind = "customers", string name = "客户.csv")
    {
        using var answer = await browser.Send(file, kind, name);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The page once nobody works on the file any more.</summary>
    public static async Task<IHtmlDocument> Calm(this Browser browser, string path)
    {
        IHtmlDocument? page = null;
        await Poll.Until($"{path} is calm", async () => (page = await browser.Page(path)).QuerySelector(".progress-bar") is null);
        return page!;
    }

    public static async Task<IHtmlDocument> Run(this Browser browser, string path)
    {
        using var answer = await browser.Submit(await browser.Calm(path), path + "/run");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return await browser.Calm(path);
    }

    public static string[] Figures(this IHtmlDocument page) => [.. page.QuerySelectorAll(".figure-value").Select(f => f.TextContent)];

    public static string ErrorAt(this IHtmlDocument page, string field) => page.QuerySelector($"#{field}-error")?.TextContent.Trim() ?? "";
}
