using System.Net;
using AngleSharp.Html.Dom;
using Sanbao.Web.Tests.Requests;

namespace Sanbao.Web.Tests.TakingIn;

/// <summary>A clerk before the page of a call, as the browser without script has it.</summary>
internal sealed class Desk(Counter counter)
{
    public static async Task<Desk> AtAsync(Office office, string role = "liaison") => new(await Counter.AsAsync(office, role));

    public IHtmlDocument Page { get; private set; } = null!;
    public HttpStatusCode Status { get; private set; }
    /// <summary>Where the last post led; null: it showed a page.</summary>
    public string? Went { get; private set; }

    public async Task<Desk> OpenAsync(string path = "/intake")
    {
        Page = await counter.PageAsync(path);
        return this;
    }

    public Task<IHtmlDocument> FindAsync(string typed) => counter.PageAsync("/intake/find?find=" + Uri.EscapeDataString(typed));

    /// <summary>Sends the form with what it holds and what is typed now.</summary>
    public Task<Desk> SendAsync(string action, params (string Name, string Value)[] typed) => SendAsync(action, [], typed);

    /// <summary>The same with photos.</summary>
    public async Task<Desk> SendAsync(string action, (string Name, byte[] Bytes)[] photos, params (string Name, string Value)[] typed)
    {
        var fields = Fields();
        foreach (var (name, value) in typed) fields[name] = value;
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(f => f.Key != "files")) form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in photos) form.Add(new ByteArrayContent(bytes), "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, action);
        request.Content = photos.Length > 0 ? form : new FormUrlEncodedContent(fields);
        using var response = await counter.SendAsync(request);
        (Status, Went) = (response.StatusCode, response.Headers.Location?.ToString());
        if (Went is null) Page = await Counter.DocumentAsync(response);
        return this;
    }

    public Task<Desk> SaveAsync(params (string Name, string Value)[] typed) => SendAsync("/intake", typed);

    public string? Value(string field) => Fields().GetValueOrDefault(field);

    /// <summary>What is said at a field that was wrong.</summary>
    public string ErrorAt(string field) => Page.QuerySelector($"[id='{field}-error']")?.TextContent.Trim() ?? "";

    public string Text(string selector) => string.Join(' ', Page.QuerySelectorAll(selector).Select(e => e.TextContent.Trim()));

    private Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>();
        foreach (var element in Page.Forms.First(f => f.Id == "call").Elements)
            if (element.GetAttribute("name") is { } name && Typed(element) is { } value) fields[name] = value;
        return fields;
    }

    private static string? Typed(AngleSharp.Dom.IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement { IsDisabled: false } select => select.Value,
        _ => null,
    };
}
