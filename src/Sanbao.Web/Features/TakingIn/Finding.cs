using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>What the finder shows: units, contracts and customers that fit what was typed, or the units of the customer or contract
/// chosen.</summary>
public sealed record Finding(string Typed, ImmutableArray<LookupHit> Hits)
{
    private const int MostUnits = 30;

    public static async Task<Finding> OfAsync(ServiceDb db, string typed, Actor actor, CancellationToken cancel) =>
        new(typed, [.. await db.LookUpAsync(typed, actor, cancel: cancel)]);

    public static async Task<Finding> UnitsAsync(ServiceDb db, Guid? customer, Guid? contract, Actor actor, CancellationToken cancel)
    {
        var units = db.Equipment.AsNoTracking().VisibleTo(actor);
        units = contract is { } under ? units.Where(u => u.ContractId == under) : units.Where(u => u.CustomerId == customer);
        return new("", [.. await Rows(units.OrderBy(u => u.SerialKey).Take(MostUnits)).ToListAsync(cancel)]);
    }

    /// <summary>The one that is meant without a doubt: the serial typed in full, or the only hit.</summary>
    public LookupHit? Only
    {
        get
        {
            var key = TextKey.Serial(Typed);
            return Hits.FirstOrDefault(h => h.Kind is LookupKind.Equipment && TextKey.Serial(h.Serial) == key)
                ?? (Hits is [var one] ? one : null);
        }
    }

    private static IQueryable<LookupHit> Rows(IQueryable<Equipment> units) => units.Select(u => new LookupHit(
        LookupKind.Equipment, u.Id, u.Serial, u.Product!.Model, u.CustomerId, u.Customer == null ? "" : u.Customer.Name,
        u.Customer == null ? "" : u.Customer.Phone, u.Contract == null ? "" : u.Contract.Number));
}
