using Sanbao.Data;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Search;

/// <summary>The field in the top bar: requests, units, customers and contracts in one answer; an exact number leads straight there.</summary>
internal sealed class SearchFeature : Feature
{
    public override void Map(Routes routes) => routes.Pages.MapGet("/search", FindAsync).RequirePermission(Permission.ReadRequests);

    private static async Task<IResult> FindAsync(string? q, bool? all, ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var typed = (q ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        if (typed.Length > SearchEverywhere.LongestText) typed = typed[..SearchEverywhere.LongestText];
        var found = typed.Length == 0 ? FoundEverywhere.Nothing : await SearchEverywhere.FindAsync(db, typed, actor, cancel);
        return found.Exact is { } path && all is not true ? Results.LocalRedirect(path) : View.Of<SearchPage>(new { Typed = typed, Found = found });
    }
}
