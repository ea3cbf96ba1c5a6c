using Sanbao.Web.Shell.Gallery;

namespace Sanbao.Web.Shell;

/// <summary>What belongs to the shell itself: language, colours, the reader of the API document.</summary>
internal static class ShellRoutes
{
    private const string ThemeCookie = "theme";

    /// <summary>The colours chosen by the switch; null: as the system has them.</summary>
    public static string? Theme(HttpContext http) => http.Request.Cookies[ThemeCookie] is { } theme and ("light" or "dark") ? theme : null;

    public static void Map(WebApplication app, Routes routes)
    {
        var pages = routes.Pages.MapGroup("").AllowAnonymous();
        pages.MapPost("/language", ChooseLanguage);
        pages.MapPost("/theme", ChooseTheme);
        pages.MapGet("/api", () => View.Of<ApiReader>());
        pages.MapGet("/favicon.svg", Favicon);
        pages.MapGet("/loading", () => View.Of<LoadingNotice>(new { Asked = true }));
        Platform.Live.LiveStream.Map(routes.Pages);
        if (!app.Environment.IsDevelopment()) return;
        pages.MapGet("/dev/gallery", () => View.Of<GalleryPage>());
        pages.MapGet("/dev/gallery/print", () => View.Of<GalleryPrint>());
        pages.MapPost("/dev/gallery", TryForm);
    }

    private static Task<IResult> ChooseLanguage(HttpContext http, CancellationToken _) =>
        Choose(http, LanguageOfRequest.Cookie, "language", v => LanguageOfRequest.Parse(v)?.Tag());

    private static Task<IResult> ChooseTheme(HttpContext http, CancellationToken _) =>
        Choose(http, ThemeCookie, "theme", v => v is "light" or "dark" or "auto" ? v : null);

    /// <summary>Keeps one choice in a cookie for a year and goes back to the page it was made on.</summary>
    private static async Task<IResult> Choose(HttpContext http, string cookie, string field, Func<string, string?> parse)
    {
        var form = await http.Request.ReadFormAsync();
        if (parse(form[field].ToString()) is { } choice)
            http.Response.Cookies.Append(cookie, choice,
                new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true });
        return Done.To(Done.Local(form["back"]));
    }

    /// <summary>Shows a form with wrong fields in the gallery.</summary>
    private static Task<IResult> TryForm(HttpContext http, CancellationToken _) => PostForm.Handle(
        http,
        form => (form.NeededText("serial"), form.Date("occurredOn"), form.Money("price"), form.NeededText("description")),
        _ => Task.FromResult(Done.To("/dev/gallery", "shell.confirm")),
        () => View.Of<GalleryPage>());

    /// <summary>The seal.</summary>
    private static IResult Favicon(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Text(
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#bd2c22"/>"""
                + """<g stroke="#fff" stroke-width="3" stroke-linecap="round"><path d="M9 9.5h14M10.5 16h11M8 22.5h16"/></g></svg>""",
            "image/svg+xml");
    }
}
