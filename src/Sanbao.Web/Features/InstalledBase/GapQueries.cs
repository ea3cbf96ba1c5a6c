using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Entitlement;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>A unit of which something is missing that would decide.</summary>
/// <param name="Component">The component of which it is missing; null: of the unit as a whole.</param>
/// <param name="Waiting">So many open requests hang on it.</param>
public sealed record GapRow(Equipment Unit, Judged Judged, Component? Component, int Waiting);

/// <summary>Units with gaps: those on which open requests hang are known to the records; for the others each unit is judged.</summary>
internal static class GapQueries
{
    /// <summary>So many units are looked at for one page at most: where gaps are rare, a page may hold few.</summary>
    private const int MostLookedAt = 2000, Piece = 200;

    private static readonly Keyset<Equipment> BySerial = Keyset<Equipment>.By(u => u.SerialKey);

    /// <param name="waiting">Only units on which open requests hang.</param>
    public static Task<Found<GapRow>> FindAsync(
        ServiceDb db, GoverningCharters charters, bool waiting, ListPlace place, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var look = new Look(db, charters, actor, today, cancel);
        return waiting ? look.WaitingAsync(place) : look.AllAsync(place);
    }

    private sealed class Look(ServiceDb db, GoverningCharters charters, Actor actor, DateOnly today, CancellationToken cancel)
    {
        public async Task<Found<GapRow>> WaitingAsync(ListPlace place)
        {
            var units = Units().Where(u => db.Requests.Any(r => r.EquipmentId == u.Id && r.Undetermined && r.Status == RequestStatus.Open));
            var found = await BySerial.FindAsync(units, u => u, place, cancel);
            return found.With(await RowsAsync(found.Items, keepAll: true));
        }

        /// <summary>Forward only; the cursor is the last unit looked at.</summary>
        public async Task<Found<GapRow>> AllAsync(ListPlace place)
        {
            var rows = new List<GapRow>();
            var from = place.From is { Backward: false } behind ? behind : null;
            for (var looked = 0; rows.Count < place.Size && looked < MostLookedAt; looked += Piece)
            {
                var piece = await BySerial.FindAsync(Units(), u => u, new(from, Piece, Counted: false), cancel);
                rows.AddRange(await RowsAsync(piece.Items, keepAll: false));
                if ((from = piece.Next) is null) break;
            }
            return new(rows, null, from, new(rows.Count, from is not null));
        }

        private IQueryable<Equipment> Units() => db.Equipment.VisibleTo(actor).AsNoTracking()
            .Include(u => u.Product).Include(u => u.Customer).Include(u => u.Contract).Include(u => u.Components);

        private async Task<List<GapRow>> RowsAsync(IReadOnlyList<Equipment> units, bool keepAll)
        {
            var ids = units.Select(u => (Guid?)u.Id).ToList();
            var waiting = await db.Requests.VisibleTo(actor)
                .Where(r => ids.Contains(r.EquipmentId) && r.Undetermined && r.Status == RequestStatus.Open)
                .GroupBy(r => r.EquipmentId).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key!.Value, g => g.Count, cancel);
            var rows = new List<GapRow>();
            foreach (var unit in units)
            {
                var (judged, component) = await JudgedAsync(unit);
                if (keepAll || judged.Decision.Undetermined) rows.Add(new(unit, judged, component, waiting.GetValueOrDefault(unit.Id)));
            }
            return rows;
        }

        /// <summary>The unit as a whole, or else the first of its components of which something is missing.</summary>
        private async Task<(Judged, Component?)> JudgedAsync(Equipment unit)
        {
            var (charter, _) = await charters.OfUnitAsync(unit, today, cancel);
            foreach (var component in unit.Components.Cast<Component?>().Prepend(null))
            {
                var facts = unit.FactsOn(today, component, RepairHistory.None);
                var decision = EntitlementEngine.Judge(charter, facts);
                if (decision.Undetermined) return (new(charter, facts, decision), component);
            }
            var whole = unit.FactsOn(today, null, RepairHistory.None);
            return (new(charter, whole, EntitlementEngine.Judge(charter, whole)), null);
        }
    }
}
