using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Entitlement;
using DomainIntake = Sanbao.Domain.Requests.Intake;

namespace Sanbao.Web.Features.Requests;

/// <summary>Looks up who and what a contact is about, chooses the charter and judges; for the page's preview and for the writing
/// alike.</summary>
internal static class PrepareRequest
{
    /// <param name="tell">Tells the unit on record what the caller says of it; it is judged so, and saved by whoever prepares.</param>
    public static async Task<PreparedRequest> RunAsync(
        ServiceDb db, GoverningCharters charters, RequestToOpen said, Actor actor, DateTimeOffset now, CancellationToken cancel,
        Brought? brought = null, Action<Equipment>? tell = null)
    {
        var about = await LookUpAsync(db, said, brought, actor, now, cancel);
        if (brought?.Unit is null && about.Unit is { } known) tell?.Invoke(known.Unit);
        var intake = IntakeOf(said, about, actor, now);
        var subject = CharterSubjects.Of(said.Charter, about.Unit?.Unit, about.Product, about.Customer, about.Contract, intake.DealerId);
        var (charter, choice) = await charters.AtAsync(subject, about.Contract, intake.ReportedAt, cancel);
        intake = intake with { Zone = intake.Zone ?? charters.CityOf(charter, intake.RegionCode) };
        return new()
        {
            Intake = intake, Charter = charter, Choice = choice, Unit = about.Unit, Product = about.Product,
            Judged = FactsOf(said, about, intake, charter) is { } facts ? Judged.By(charter, facts) : null,
            Similar = await SimilarCases.FindAsync(db, about.Product?.Model, said.Description, null, actor, cancel),
        };
    }

    private sealed record About(UnitOnRecord? Unit, Component? Component, BillPiece? Piece, Product? Product, Customer? Customer,
        Contract? Contract);

    private static async Task<About> LookUpAsync(
        ServiceDb db, RequestToOpen said, Brought? brought, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var reportedAt = said.ReportedAt ?? now;
        var unit = brought?.Unit is { } fresh ? new(fresh, null, RepairHistory.None, 0)
            : said.EquipmentId is { } id ? await UnitOnRecord.FindAsync(db, id, reportedAt, actor, cancel)
                ?? throw new FieldErrorsException([new("equipmentId", "unit.unknown")])
            : await UnitOnRecord.FindAsync(db, said.Serial, reportedAt, actor, cancel);
        var component = brought?.AtFault ?? ComponentOf(said, unit?.Unit);
        var product = unit?.Unit.Product ?? await FindProductAsync(db, said, cancel);
        var customer = unit?.Unit.Customer ?? brought?.Customer ?? await FindCustomerAsync(db, said, actor, cancel);
        var contract = string.IsNullOrWhiteSpace(said.Contract)
            ? unit?.Unit.Contract : await FindContractAsync(db, said.Contract, actor, cancel);
        return new(unit, component, unit is null ? PieceOf(said, product) : null, product, customer, contract);
    }

    /// <summary>The unit's component that was chosen, or that has this name or serial number.</summary>
    private static Component? ComponentOf(RequestToOpen said, Equipment? unit)
    {
        if (said.ComponentId is { } id) return unit?.Components.FirstOrDefault(c => c.Id == id) ?? throw Unknown("component");
        var (name, serial) = (TextKey.Name(said.Component), TextKey.Serial(said.Component));
        return unit is null || name.Length == 0
            ? null : TheOne(unit.Components.Where(c => TextKey.Name(c.Name) == name || c.SerialKey == serial));
    }

    /// <summary>Where no unit is on record, the component of that name on the bill of its product.</summary>
    private static BillPiece? PieceOf(RequestToOpen said, Product? product)
    {
        var name = TextKey.Name(said.Component);
        return name.Length == 0 ? null : TheOne(product?.Pieces.Where(p => TextKey.Name(p.Name) == name) ?? []);
    }

    private static T TheOne<T>(IEnumerable<T> found) where T : class => found.Take(2).ToArray() switch
    {
        [var one] => one,
        [] => throw Unknown("component"),
        _ => throw new FieldErrorsException([new("component", "component.several")]),
    };

    private static async Task<Product?> FindProductAsync(ServiceDb db, RequestToOpen said, CancellationToken cancel)
    {
        var key = TextKey.Serial(said.Product);
        if (key.Length == 0) return null;
        IQueryable<Product> products = string.IsNullOrWhiteSpace(said.Component) ? db.Products : db.Products.Include(p => p.Bill);
        return await products.AsNoTracking().FirstOrDefaultAsync(p => p.ModelKey == key, cancel);
    }

    /// <summary>The customer that was chosen; else the one of that name, else of that phone, where there is just one.</summary>
    private static async Task<Customer?> FindCustomerAsync(ServiceDb db, RequestToOpen said, Actor actor, CancellationToken cancel)
    {
        if (said.CustomerId is { } id)
            return await db.CustomersKnownBy(c => c.Id == id).AsNoTracking().VisibleTo(actor).FirstOrDefaultAsync(cancel)
                ?? throw Unknown("customer");
        var name = TextKey.Name(said.Customer?.Name);
        var found = name.Length > 0 ? db.CustomersKnownBy(c => c.NameKey == name) : db.CustomersCalled(said.Customer?.Phone);
        return Only(await found.AsNoTracking().VisibleTo(actor).Take(2).ToListAsync(cancel));
    }

    private static async Task<Contract> FindContractAsync(ServiceDb db, string number, Actor actor, CancellationToken cancel)
    {
        var key = TextKey.Serial(number);
        return await db.Contracts.AsNoTracking().VisibleTo(actor).FirstOrDefaultAsync(c => c.NumberKey == key, cancel)
            ?? throw Unknown("contract");
    }

    private static DomainIntake IntakeOf(RequestToOpen said, About about, Actor actor, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.When(said.Category is null, "category", "field.required");
        errors.Throw();
        Refusal.Throw(WhyNotSaid(said, actor));
        return new()
        {
            Channel = said.Channel ?? Channel.Api, Category = said.Category.GetValueOrDefault(), Direct = said.Direct ?? true,
            CustomerId = about.Customer?.Id, CustomerName = said.Customer?.Name ?? about.Customer?.Name,
            CustomerPhone = said.Customer?.Phone ?? about.Customer?.Phone,
            ReporterName = said.Reporter?.Name, ReporterPhone = said.Reporter?.Phone, DealerId = actor.Dealer ?? about.Customer?.DealerId,
            Unit = about.Unit?.Unit, ComponentId = about.Component?.Id,
            ComponentName = about.Component?.Name ?? about.Piece?.Name, Serial = said.Serial,
            Product = said.Product ?? about.Product?.Model,
            RegionCode = string.IsNullOrWhiteSpace(said.RegionCode) ? about.Unit?.Site?.RegionCode : said.RegionCode.Trim(),
            Zone = said.Zone,
            Special = said.Special ?? false, SpecialReason = said.SpecialReason, Priority = said.Priority ?? Priority.Normal,
            Description = said.Description, OccurredOn = said.OccurredOn, ReportedAt = said.ReportedAt ?? now, Mode = said.Mode,
            Contract = about.Contract, ExternalReference = said.ExternalReference,
            // One named engineer for each customer gets the customer's work (S0).
            AssigneeId = about.Customer?.DedicatedEngineerId, Assignee = about.Customer?.DedicatedEngineer,
        };
    }

    /// <summary>Taking in takes from nobody what a verb would refuse him afterwards; which charter governs, only the company
    /// says.</summary>
    private static Refusal? WhyNotSaid(RequestToOpen said, Actor actor) =>
        said.Special == true && !actor.May(Permission.AssignRequests) ? new("request.special-not-permitted")
        : actor.SeesCompany ? null
        : said.Priority is not (null or Priority.Normal) ? new("request.priority-not-permitted")
        : said.Cause is not (null or Cause.Unknown) ? new("request.cause-not-permitted")
        : !string.IsNullOrWhiteSpace(said.Charter) ? new("request.charter-not-permitted")
        : null;

    private static Facts? FactsOf(RequestToOpen said, About about, DomainIntake intake, Charter charter)
    {
        var on = intake.OccurredOn ?? Days.LocalDay(intake.ReportedAt, charter.Zone);
        var facts = about.Unit is { } unit
            ? unit.Unit.FactsOn(on, about.Component, unit.History, said.Cause ?? Cause.Unknown, said.Wanted)
            : about.Product?.FactsOn(on, about.Piece, about.Customer, said.Cause ?? Cause.Unknown, said.Wanted);
        return about.Contract is { } contract ? facts?.Under(contract) : facts;
    }

    private static Customer? Only(List<Customer> found) => found is [var one] ? one : null;

    private static FieldErrorsException Unknown(string field) => new([new(field, $"{field}.unknown")]);
}
