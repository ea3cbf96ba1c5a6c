using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Customers.Merging;

namespace Sanbao.Web.Features.Customers;

/// <summary>Everything the page of a customer shows.</summary>
public sealed record CustomerView(
    Customer Customer, string? Salesperson, IReadOnlyList<Contract> Contracts, IReadOnlyList<CustomerView.RequestRow> Requests)
{
    /// <summary>So many of each; the whole list is a click away.</summary>
    public const int Most = 20;

    /// <summary>Records that may be of the same customer; empty for those who may not merge.</summary>
    public IReadOnlyList<Duplicate> Duplicates { get; init; } = [];

    /// <summary>Records that were merged into this one.</summary>
    public IReadOnlyList<MergedRow> Merged { get; init; } = [];

    public sealed record MergedRow(Guid Id, string Name, string Phone);

    public sealed record RequestRow(string Number, RequestCategory Category, RequestStatus Status, string Serial, string Description,
        DateTimeOffset ReportedAt, DateTimeOffset NextDue, bool Waiting);

    internal static async Task<CustomerView> LoadAsync(ServiceDb db, Guid id, Actor actor, CancellationToken cancel)
    {
        var customer = await CustomerQueries.GetAsync(db, id, actor, cancel);
        var contracts = await db.Contracts.AsNoTracking().VisibleTo(actor).Where(c => c.CustomerId == id).OrderBy(c => c.NumberKey)
            .Take(Most + 1).ToListAsync(cancel);
        var requests = await db.Requests.AsNoTracking().VisibleTo(actor).Where(r => r.CustomerId == id).OrderByDescending(r => r.ReportedAt)
            .Take(Most + 1)
            .Select(r => new { r.Number, r.Category, r.Status, r.Serial, r.Description, r.ReportedAt, r.NextDue, r.PausedBy })
                .ToListAsync(cancel);
        var sales = customer.SalespersonId is { } s
            ? await db.Accounts.AsNoTracking().Where(a => a.Id == s).Select(a => a.DisplayName).FirstOrDefaultAsync(cancel) : null;
        return new(customer, sales, contracts,
            requests.ConvertAll(r =>
                new RequestRow(r.Number, r.Category, r.Status, r.Serial, r.Description, r.ReportedAt, r.NextDue, !r.PausedBy.IsEmpty)))
        {
            Duplicates = actor.May(Permission.EditEquipment) ? await Merging.Duplicates.OfAsync(db, customer, actor, cancel) : [],
            Merged = await db.Customers.AsNoTracking().VisibleTo(actor).Where(c => c.MergedIntoId == id).OrderBy(c => c.MergedAt).Take(Most)
                .Select(c => new MergedRow(c.Id, c.Name, c.Phone)).ToListAsync(cancel),
        };
    }
}
