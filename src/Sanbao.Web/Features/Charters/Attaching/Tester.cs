using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.Charters.Attaching;

/// <summary>Which charter governs for something that was named, on a day, and why.</summary>
/// <param name="Name">What was found: a serial number, a contract's number, a customer's name; null: nothing was named.</param>
public sealed record Governed(string? Name, DateOnly Day, Charter Charter, CharterChoice Choice);

/// <summary>Asks the choice of charters the way intake does.</summary>
internal sealed class Tester(ServiceDb db, GoverningCharters governing, Actor actor)
{
    /// <param name="named">A serial number, a contract's number, a model or a customer's name; blank: nobody in particular.</param>
    /// <returns>Null: nothing of that name.</returns>
    public async Task<Governed?> AskAsync(string? named, DateOnly day, CancellationToken cancel)
    {
        var typed = named?.Trim() ?? "";
        if (typed.Length == 0) return await OfAsync(null, new(), null, day, cancel);
        var (serial, name) = (TextKey.Serial(typed), TextKey.Name(typed));
        if (await UnitAsync(serial, cancel) is { } unit)
            return await OfAsync(unit.Serial, CharterSubjects.Of(unit), unit.Contract, day, cancel);
        if (await ContractAsync(serial, cancel) is { } contract)
            return await OfAsync(contract.Number, CharterSubjects.Of(null, null, null, contract.Customer, contract, null), contract, day,
            cancel);
        if (await db.Products.AsNoTracking().FirstOrDefaultAsync(p => p.ModelKey == serial, cancel) is { } product)
            return await OfAsync(product.Model, CharterSubjects.Of(null, null, product, null, null, null), null, day, cancel);
        return await db.CustomersKnownBy(c => c.NameKey == name).AsNoTracking().VisibleTo(actor).OrderBy(c => c.Id)
            .FirstOrDefaultAsync(cancel) is { } customer
            ? await OfAsync(customer.Name, CharterSubjects.Of(null, null, null, customer, null, null), null, day, cancel)
            : null;
    }

    private Task<Equipment?> UnitAsync(string key, CancellationToken cancel) =>
        db.Equipment.AsNoTracking().VisibleTo(actor).Include(u => u.Product).Include(u => u.Customer).Include(u => u.Contract)
            .FirstOrDefaultAsync(u => u.SerialKey == key, cancel);

    private Task<Contract?> ContractAsync(string key, CancellationToken cancel) =>
        db.Contracts.AsNoTracking().VisibleTo(actor).Include(c => c.Customer).FirstOrDefaultAsync(c => c.NumberKey == key, cancel);

    private async Task<Governed> OfAsync(string? name, CharterSubject subject, Contract? contract, DateOnly day, CancellationToken cancel)
    {
        var (charter, choice) = await governing.OnAsync(subject, contract, day, cancel);
        return new(name, day, charter, choice);
    }
}
