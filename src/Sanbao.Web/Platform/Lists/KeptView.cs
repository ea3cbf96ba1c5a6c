using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;

namespace Sanbao.Web.Platform.Lists;

/// <summary>A view of a list that somebody kept.</summary>
/// <param name="Mine">Whoever looks kept it himself.</param>
public sealed record KeptView(Guid Id, string Name, string Query, bool Shared, bool Mine, string Owner)
{
    /// <summary>One's own, and of the company's people those that are shared; by name.</summary>
    internal static async Task<ImmutableArray<KeptView>> OfAsync(ServiceDb db, string list, Actor actor, CancellationToken cancel)
    {
        var shared = actor.SeesCompany;
        return
        [
            .. await db.SavedViews.AsNoTracking().Where(v => v.List == list && (v.OwnerId == actor.Id || shared && v.Shared))
                .OrderBy(v => v.Name)
                .Select(v => new KeptView(v.Id, v.Name, v.Query, v.Shared, v.OwnerId == actor.Id, v.Owner)).ToListAsync(cancel),
        ];
    }
}
