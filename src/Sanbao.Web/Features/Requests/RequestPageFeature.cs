using Sanbao.Web.Features.Requests.Handling;
using Sanbao.Web.Features.Requests.Page;
using Sanbao.Web.Features.Requests.Print;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Requests;

/// <summary>One request: its page, the fragments of it that a living page fetches again, and everything that can be done to it.</summary>
internal sealed class RequestPageFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton<RequestCharters>();
        services.AddScoped<RequestReader>();
        services.AddScoped<RequestDesk>();
        services.AddScoped<AttachFiles>();
    }

    public override void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/requests").RequirePermission(Permission.ReadRequests);
        pages.MapGet("/{number}", (HttpContext http, string number, RequestDesk desk) => desk.Show(http, number));
        Fragment<Clocks>(pages, "clocks");
        Fragment<ActionBar>(pages, "actions");
        Fragment<CoverCard>(pages, "cover");
        Fragment<History>(pages, "timeline");
        pages.MapGet("/{number}/changes", Changes);
        pages.MapGet("/{number}/print", async (HttpContext http, string number, RequestReader reader) =>
            View.Of<RequestForm>(new { Of = await reader.ReadAsync(number, http.RequestAborted) }));
        var api = routes.Api.MapGroup("/requests");
        foreach (var verb in RequestVerbs.All) verb.Map(pages, api);
    }

    /// <summary>Nothing while the request is what the page shows; else the fragments that show what it is now.</summary>
    private static async Task<IResult> Changes(HttpContext http, string number, int lines, RequestReader reader)
    {
        if (await reader.JournalLengthAsync(number, http.RequestAborted) == lines) return Results.NoContent();
        return View.Of<FreshFragments>(new { Of = await reader.ReadAsync(number, http.RequestAborted) });
    }

    private static void Fragment<TComponent>(RouteGroupBuilder pages, string name) where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        pages.MapGet($"/{{number}}/{name}", async (HttpContext http, string number, RequestReader reader) =>
            View.Of<TComponent>(new { Of = await reader.ReadAsync(number, http.RequestAborted) }));
}
