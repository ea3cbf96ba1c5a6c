using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.TestHost;

namespace Sanbao.Web.Tests.Requests;

/// <summary>By which of the two ways a verb is called.</summary>
public enum Entrance { Page, Program }

/// <summary>One person at the counter of an <see cref="Office"/>, who works by the page or lets a program do it.</summary>
internal sealed class Counter(HttpClient program, HttpMessageInvoker browser, Entrance entrance)
{
    private readonly CookieContainer cookies = new();

    public static async Task<Counter> AsAsync(Office office, string role, Entrance entrance = Entrance.Page) =>
        new(await office.ClientAsync(role), new(office.App.GetTestServer().CreateHandler()), entrance);

    /// <summary>Does it as a person would, with the version the page shows; answers the refusal's or error's code, null when it was
    /// done.</summary>
    public async Task<string?> TryAsync(string number, string verb, object said) => entrance switch
    {
        Entrance.Page => await PostFormAsync(number, verb, said),
        Entrance.Program => await PostJsonAsync(number, verb, said),
    };

    public async Task DoAsync(string number, string verb, object said) =>
        (await TryAsync(number, verb, said)).ShouldBeNull($"{verb} should be done");

    public async Task<IHtmlDocument> PageAsync(string path) => await DocumentAsync(await GetAsync(path));

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var address = new Uri(new Uri("http://localhost"), request.RequestUri!);
        request.RequestUri = address;
        request.Headers.Authorization = program.DefaultRequestHeaders.Authorization;
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        if (cookies.GetCookieHeader(address) is { Length: > 0 } kept) request.Headers.Add("Cookie", kept);
        var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) cookies.SetCookies(address, cookie);
        return response;
    }

    /// <summary>The fields of the open form, what the page filled in included.</summary>
    public static Dictionary<string, string> FieldsOf(IHtmlDocument page, string action) =>
        page.Forms.First(f => f.GetAttribute("action") == action).Elements
            .Where(e => e is IHtmlInputElement { Type: "hidden" or "text" or "number" } or IHtmlTextAreaElement or IHtmlSelectElement)
            .Select(
                e =>
                (Name: e.GetAttribute("name"), Value: e switch { IHtmlInputElement i =>
                i.Value, IHtmlTextAreaElement t => t.Value, IHtmlSelectElement s => s.Value, _ => "" }))
            .Where(f => f.Name is not null).ToDictionary(f => f.Name!, f => f.Value ?? "");

    public async Task<HttpResponseMessage> PostAsync(string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) };
        return await SendAsync(request);
    }

    public static async Task<IHtmlDocument> DocumentAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (IHtmlDocument)await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(page => page.Content(html));
    }

    private async Task<string?> PostFormAsync(string number, string verb, object said)
    {
        var action = $"/requests/{number}/{verb}";
        var page = await PageAsync(action);
        // The button is disabled with the reason; a form that is sent all the same meets the guard.
        var hidden = page.Forms.Any(f => f.GetAttribute("action") == action) ? FieldsOf(page, action) : [];
        foreach (var (name, value) in TokenOf(page)) hidden.TryAdd(name, value);
        foreach (var (name, value) in Fields(said)) hidden[name] = value;
        hidden["_form"] = verb;
        using var response = await PostAsync(action, hidden);
        if (response.StatusCode is HttpStatusCode.SeeOther) return null;
        var told = (await DocumentAsync(response)).QuerySelector(".flash-bad, .flash-warn:not([hidden]), .field-error")?.TextContent.Trim();
        return $"{(int)response.StatusCode}: {told}";
    }

    private async Task<string?> PostJsonAsync(string number, string verb, object said)
    {
        using var response =
            await program.PostAsJsonAsync($"/api/v1/requests/{number}/{verb}", said, TestContext.Current.CancellationToken);
        if (response.IsSuccessStatusCode) return null;
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode}: {problem.GetProperty("detail").GetString()}";
    }

    private static Dictionary<string, string> TokenOf(IHtmlDocument page) =>
        new() { ["__RequestVerificationToken"] = page.QuerySelector("meta[name=antiforgery]")!.GetAttribute("content")! };

    private static IEnumerable<(string Name, string Value)> Fields(object said) =>
        JsonSerializer.SerializeToElement(said).EnumerateObject()
            .Select(p => (p.Name, p.Value.ValueKind is JsonValueKind.True ? "true" : p.Value.ToString()));
}
