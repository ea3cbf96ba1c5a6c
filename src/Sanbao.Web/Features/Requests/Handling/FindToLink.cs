using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>What fits what is typed where a request is linked: to another unit, or to the request that it repeats.</summary>
internal static class FindToLink
{
    private const int Most = 8;

    /// <summary>Units whose serial, or whose customer, fits.</summary>
    public static async Task<IResult> Units(string? serial, ServiceDb db, Actor actor, CancellationToken cancel)
    {
        if (serial?.Trim() is not { Length: > 1 } typed) return View.Of<SearchHits>(new { Name = nameof(serial) });
        var owners = db.SearchCustomers(typed).Select(c => (Guid?)c.Id);
        var found = db.SearchSerials(typed).Select(u => u.Id)
            .Union(db.Equipment.Where(u => owners.Contains(u.CustomerId)).Select(u => u.Id));
        var units = await db.Equipment.AsNoTracking().VisibleTo(actor).Where(u => found.Contains(u.Id)).OrderBy(u => u.SerialKey).Take(Most)
            .Select(u => new { u.Serial, u.Product!.Model, Customer = u.Customer == null ? "" : u.Customer.Name }).ToListAsync(cancel);
        SearchHit[] hits = [.. units.Select(u => new SearchHit(u.Serial, u.Serial, Joined(u.Model, u.Customer), "engine"))];
        return View.Of<SearchHits>(new { Of = hits, Name = nameof(serial), Typed = typed });
    }

    /// <summary>Other requests; while nothing is typed, the latest of the same unit.</summary>
    public static async Task<IResult> Originals(string key, string? original, ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var request = await Named.Find<ServiceRequest>(db, key, actor).AsNoTracking().Select(r => new { r.Id, r.EquipmentId })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        var typed = original?.Trim() ?? "";
        if (typed.Length == 0 && request.EquipmentId is null) return View.Of<SearchHits>(new { Name = nameof(original) });
        var asked = new RequestsAsked(null, RequestSort.Reported, typed.Length == 0 ? null : typed)
        {
            Filter = RequestFilter.None with { Unit = typed.Length == 0 ? request.EquipmentId : null },
        };
        var found = await RequestList.FindAsync(db, asked, new(null, Most + 1, Counted: false), actor, cancel);
        SearchHit[] hits = [.. found.Items.Where(r => r.Id != request.Id).Take(Most)
            .Select(r => new SearchHit(r.Number, r.Number, Joined(r.Customer, r.Serial, r.ShortDescription), "clipboard-list"))];
        return View.Of<SearchHits>(new { Of = hits, Name = nameof(original), Typed = typed });
    }

    private static string Joined(params string[] parts) => string.Join(" · ", parts.Where(p => p.Length > 0));
}
