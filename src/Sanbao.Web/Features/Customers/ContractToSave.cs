using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Charters;

namespace Sanbao.Web.Features.Customers;

/// <summary>A contract as it is said by the one who saves it, through the page or the API.</summary>
internal sealed record ContractToSave
{
    /// <summary>Whose contract it is; read when it is created, and never changed.</summary>
    public Guid? CustomerId { get; init; }
    public string? Number { get; init; }
    public ContractKind? Kind { get; init; }
    public ContractParty? Party { get; init; }
    public string? Sector { get; init; }
    public int? Months { get; init; }
    public int? StockMonths { get; init; }
    public int? ResponseDays { get; init; }
    public int? HandlingDays { get; init; }
    public string? Charter { get; init; }
    public DateOnly? SignedOn { get; init; }
    public DateOnly? Ends { get; init; }
    /// <summary>The version that was looked at; needed to change one.</summary>
    public long? Version { get; init; }

    public static ContractToSave Read(FormReader form) => new()
    {
        Number = form.NeededText("number", 100), Kind = form.NeededChoice<ContractKind>("kind"), Party = form.Choice<ContractParty>("party"),
        Sector = form.Text("sector", 50), Months = form.Number("months", 0, 600), StockMonths = form.Number("stockMonths", 0, 120),
        ResponseDays = form.Number("responseDays", 0, 366), HandlingDays = form.Number("handlingDays", 0, 366), Charter = form.Text("charter", 50),
        SignedOn = form.Date("signedOn"), Ends = form.Date("ends"), Version = form.Number("version"),
    };

    public ContractDetails ToDetails() => new()
    {
        Number = Number ?? "", Kind = Kind ?? ContractKind.Sale, Party = Party, Sector = Blank(Sector), Months = Months, StockMonths = StockMonths,
        ResponseDays = ResponseDays, HandlingDays = HandlingDays, CharterCode = Blank(Charter), SignedOn = SignedOn, Ends = Ends,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Creates and changes contracts.</summary>
internal sealed class SaveContract(ServiceDb db, Writer writer, CharterBook charters, Actor actor, TimeProvider time)
{
    public async Task<Contract> PrepareAsync(ContractToSave said, CancellationToken cancel)
    {
        Check(said);
        if (said.CustomerId is not { } customer) throw new FieldErrorsException([new("customerId", "field.required")]);
        if (!await db.Customers.Choosable().VisibleTo(actor).AnyAsync(c => c.Id == customer, cancel)) throw new FieldErrorsException([new("customerId", "customer.unknown")]);
        return Contract.Create(customer, said.ToDetails(), actor, time.Now());
    }

    public async Task<Guid> CreateAsync(ContractToSave said, CancellationToken cancel)
    {
        var contract = await PrepareAsync(said, cancel);
        return await writer.CreateAsync(creation => { creation.Add(contract); return contract.Id; }, cancel);
    }

    public Task ChangeAsync(Guid id, ContractToSave said, CancellationToken cancel) => writer.RunAsync(Changing(id, said, cancel), cancel);

    /// <summary>The change, for a save of the caller's.</summary>
    public Func<ServiceDb, Task> Changing(Guid id, ContractToSave said, CancellationToken cancel)
    {
        Check(said);
        if (said.Version is not { } seen) throw new FieldErrorsException([new("version", "field.required")]);
        var now = time.Now();
        return async store =>
        {
            var contract = await store.Contracts.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFoundException();
            contract.RequireVersion(seen);
            contract.Change(said.ToDetails(), actor, now);
        };
    }

    private void Check(ContractToSave said)
    {
        if (said.ToDetails().CharterCode is { } code && !charters.Knows(code)) throw new FieldErrorsException([new("charter", "charter.unknown", code)]);
    }
}
