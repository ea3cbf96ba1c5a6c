using Sanbao.Data;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Search;

/// <summary>The field in the top bar: requests, units, customers and contracts in one answer; an exact number leads straight
/// there.</summary>
internal sealed class SearchFeature : Feature
{
    /// <summary>Shorter than this is looked for only when it is sent: one letter fits half of everything.</summary>
    private const int ShortestQuick = 2;

    public override void Map(Routes routes)
    {
        var search = routes.Pages.MapGroup("/search").RequirePermission(Permission.ReadRequests);
        search.MapGet("", FindAsync);
        search.MapGet("/quick", QuickAsync);
    }

    private static async Task<IResult> FindAsync(string? q, bool? all, ServiceDb db, Places places, Actor actor, CancellationToken cancel)
    {
        var typed = Clean(q);
        var found = typed.Length == 0 ? FoundEverywhere.Nothing : await SearchEverywhere.FindAsync(db, places, typed, actor, cancel);
        return found.Exact is { } path && all is not true
            ? Results.LocalRedirect(path) : View.Of<SearchPage>(new { Typed = typed, Found = found });
    }

    private static async Task<IResult> QuickAsync(string? q, ServiceDb db, Places places, Actor actor, CancellationToken cancel)
    {
        var typed = Clean(q);
        var found = typed.Length < ShortestQuick
            ? FoundEverywhere.Nothing
            : await SearchEverywhere.FindAsync(db, places, typed, actor, cancel);
        return View.Of<QuickHits>(new { Typed = typed, Found = found });
    }

    private static string Clean(string? q)
    {
        var typed = (q ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        return typed.Length > SearchEverywhere.LongestText ? typed[..SearchEverywhere.LongestText] : typed;
    }
}
