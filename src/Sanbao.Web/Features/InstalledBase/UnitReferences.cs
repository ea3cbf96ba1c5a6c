using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>What a unit's words stand for: product by model, customer by name or phone, contract by number, parent by serial. Each error at
/// its field.</summary>
internal sealed class UnitReferences(ServiceDb db, Actor actor)
{
    /// <summary>A chain of machines in machines is never longer.</summary>
    private const int Deepest = 10;

    /// <param name="self">The unit that is changed; null: a new one.</param>
    public async Task<EquipmentDetails> ResolveAsync(UnitToSave said, Guid? self, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var product = await ProductAsync(said.Product, errors, cancel);
        var customer = await CustomerAsync(said, errors, cancel);
        var contract = await ContractAsync(said.Contract, customer, errors, cancel);
        var parent = await ParentAsync(said.Parent, self, errors, cancel);
        if (said.SiteId is { } site)
            errors.When(!await db.Customers.VisibleTo(actor)
                .AnyAsync(c => c.Id == customer && c.Sites.Any(s => s.Id == site), cancel), "siteId", "site.unknown");
        errors.Throw();
        return new()
        {
            Serial = said.Serial ?? "", ProductId = product, ParentId = parent, Dates = said.Dates ?? Domain.Charters.UnitDates.None,
            Evidence = said.Evidence is { } kinds
                ? [.. kinds.Where(k => !string.IsNullOrWhiteSpace(k)).Select(k => k.Trim()).Distinct()] : [],
            Supplied = said.Supplied, AgreementMonths = said.AgreementMonths, CustomerId = customer, SiteId = said.SiteId,
            ContractId = contract,
            DealerId = said.DealerId, Price = said.Price, UsageHours = said.UsageHours, UsageKilometres = said.UsageKilometres,
            UsageCycles = said.UsageCycles,
            Remark = said.Remark,
        };
    }

    /// <summary>The product with its bill.</summary>
    public Task<Product?> BilledAsync(Guid id, CancellationToken cancel) =>
        db.Products.AsNoTracking().Include(p => p.Bill).SingleOrDefaultAsync(p => p.Id == id, cancel);

    private async Task<Guid> ProductAsync(string? model, FieldErrors errors, CancellationToken cancel)
    {
        var key = TextKey.Serial(model);
        var found = key.Length == 0
            ? Guid.Empty : await db.Products.Where(p => p.ModelKey == key).Select(p => p.Id).FirstOrDefaultAsync(cancel);
        errors.When(key.Length == 0, "product", "field.required");
        errors.When(key.Length > 0 && found == Guid.Empty, "product", "product.unknown", model!);
        return found;
    }

    private async Task<Guid?> CustomerAsync(UnitToSave said, FieldErrors errors, CancellationToken cancel)
    {
        if (said.CustomerId is { } id)
        {
            var known = await db.CustomersKnownBy(c => c.Id == id).VisibleTo(actor)
                .Select(c => new { c.Id, Said = db.Customers.Where(x => x.Id == id).Select(x => x.NameKey).First() })
                .FirstOrDefaultAsync(cancel);
            // A page sends the id it began with beside the name; another name means another customer.
            if (known is not null && (said.Customer is null || TextKey.Name(said.Customer) == known.Said)) return known.Id;
            if (said.Customer is null) errors.When(true, "customerId", "customer.unknown");
        }
        if (string.IsNullOrWhiteSpace(said.Customer)) return null;
        var name = TextKey.Name(said.Customer);
        var found = await Ids(db.CustomersKnownBy(c => c.NameKey == name));
        if (found.Count == 0) found = await Ids(db.CustomersCalled(said.Customer));
        errors.When(found.Count == 0, "customer", "customer.unknown");
        errors.When(found.Count == 2, "customer", "customer.several");
        return found.Count == 1 ? found[0] : null;

        Task<List<Guid>> Ids(IQueryable<Domain.Customers.Customer> customers) =>
            customers.VisibleTo(actor).Select(c => c.Id).Take(2).ToListAsync(cancel);
    }

    private async Task<Guid?> ContractAsync(string? number, Guid? customer, FieldErrors errors, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(number)) return null;
        var key = TextKey.Serial(number);
        var found = await db.Contracts.VisibleTo(actor).Where(c => c.NumberKey == key).Select(c => new { c.Id, c.CustomerId })
            .FirstOrDefaultAsync(cancel);
        errors.When(found is null, "contract", "contract.unknown");
        errors.When(found is not null && customer is not null && found.CustomerId != customer, "contract", "contract.of-another");
        return found?.Id;
    }

    private async Task<Guid?> ParentAsync(string? serial, Guid? self, FieldErrors errors, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(serial)) return null;
        var key = TextKey.Serial(serial);
        var parent = await db.Equipment.VisibleTo(actor).Where(u => u.SerialKey == key).Select(u => new { u.Id, u.ParentId })
            .FirstOrDefaultAsync(cancel);
        errors.When(parent is null, "parent", "unit.unknown");
        var above = parent;
        for (var step = 0; above is not null; step++)
        {
            if (above.Id == self || step == Deepest)
            {
                errors.When(true, "parent", "parent.circle");
                break;
            }
            var next = above.ParentId;
            above = next is null
                ? null : await db.Equipment.Where(u => u.Id == next).Select(u => new { u.Id, u.ParentId }).FirstOrDefaultAsync(cancel);
        }
        return parent?.Id;
    }
}
