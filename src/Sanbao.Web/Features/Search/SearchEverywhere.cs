using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Search;

/// <summary>What a search found, by kind. <paramref name="Exact"/>: the page of the one thing whose number was typed; null: none.</summary>
public sealed record FoundEverywhere(ImmutableArray<RequestRow> Requests, bool MoreRequests, ImmutableArray<LookupHit> Others,
    string? Exact)
{
    internal static FoundEverywhere Nothing { get; } = new([], false, [], null);

    public bool Empty => Requests.IsEmpty && Others.IsEmpty;
}

/// <summary>Asks every kind of record at once, each along its own index.</summary>
internal static class SearchEverywhere
{
    public const int LongestText = 200;
    private const int Shown = 10;

    public static async Task<FoundEverywhere> FindAsync(
        ServiceDb db, Places places, string typed, Actor actor, CancellationToken cancel)
    {
        if (await NumberedAsync(db, typed.ToUpperInvariant(), actor, cancel) is { } exact)
            return FoundEverywhere.Nothing with { Exact = places.Of(exact), Requests = await ItemsAsync(db, typed, actor, cancel) };
        var others = actor.May(Permission.ReadEquipment) ? await db.LookUpAsync(typed, actor, Shown, cancel) : [];
        var requests = await ItemsAsync(db, typed, actor, cancel);
        return new([.. requests.Take(Shown)], requests.Length > Shown, [.. others], OneUnit(typed, others, requests));
    }

    /// <summary>The document of whichever kind that was given this number.</summary>
    private static Task<HeadRow?> NumberedAsync(ServiceDb db, string number, Actor actor, CancellationToken cancel)
    {
        var kinds = db.NumberedKinds().ToList();
        return db.Heads.AsNoTracking().VisibleTo(actor).FirstOrDefaultAsync(h => h.Number == number && kinds.Contains(h.Kind), cancel);
    }

    /// <summary>The whole serial of a unit was typed and nothing but the unit's own requests was found beside it.</summary>
    private static string? OneUnit(string typed, List<LookupHit> others, ImmutableArray<RequestRow> requests)
    {
        var key = TextKey.Serial(typed);
        return others is [{ Kind: LookupKind.Equipment } unit] && TextKey.Serial(unit.Serial) == key
            && requests.All(r => TextKey.Serial(r.Serial) == key)
            ? SearchLinks.Of(unit)
            : null;
    }

    private static async Task<ImmutableArray<RequestRow>> ItemsAsync(ServiceDb db, string typed, Actor actor, CancellationToken cancel) =>
        [.. (await RequestList.FindAsync(db, new(null, RequestSort.Reported, typed), new(null, Shown + 1, Counted: false), actor, cancel))
            .Items];
}
