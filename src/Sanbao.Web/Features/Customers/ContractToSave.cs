using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Customers;

/// <summary>A contract as it is said by the one who saves it, through the page or the API.</summary>
internal sealed record ContractToSave : ContractDetails
{
    /// <summary>Whose contract it is; read when it is created, and never changed.</summary>
    public Guid? CustomerId { get; init; }
    /// <summary>The version that was looked at; needed to change one.</summary>
    public long? Version { get; init; }
}

/// <summary>Makes and changes contracts.</summary>
internal sealed class SaveContract(ServiceDb db, Edit<Contract> edit, CharterBook charters, Actor actor)
{
    public async Task<Func<ServiceDb, Task<Contract>>> NewAsync(ContractToSave said, CancellationToken cancel)
    {
        Check(said);
        if (said.CustomerId is not { } customer) throw new FieldErrorsException([new("customerId", "field.required")]);
        if (!await db.Customers.Choosable().VisibleTo(actor).AnyAsync(c => c.Id == customer, cancel))
            throw new FieldErrorsException([new("customerId", "customer.unknown")]);
        return edit.New((by, now) => Contract.Create(customer, said, by, now));
    }

    public Func<ServiceDb, Task<Contract>> Change(Guid id, ContractToSave said)
    {
        Check(said);
        return edit.Of(id, Seen.Needed(said.Version), (contract, by, now) => contract.Change(said, by, now));
    }

    private void Check(ContractToSave said)
    {
        if (!string.IsNullOrWhiteSpace(said.Charter) && !charters.Knows(said.Charter))
            throw new FieldErrorsException([new("charter", "charter.unknown", said.Charter)]);
    }
}
