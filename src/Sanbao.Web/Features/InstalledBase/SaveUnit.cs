using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>A component as it is said by the one who saves it.</summary>
internal sealed record ComponentToSave(
    string? Name, string? PartModel, string? Class, Source? Source, string? Supplier, DateOnly? Supplied, int? AgreementMonths,
    string? Serial, DateOnly? Replaced, long? Version)
{
    public static ComponentToSave Read(FormReader form) => new(
        form.NeededText("componentName", 100), form.Text("partModel", 100), form.Text("componentClass", 100), form.Choice<Source>("source"),
            form.Text("supplier", 100), form.Date("supplied"),
        form.Number("agreementMonths", 0, 600), form.Text("componentSerial", 100), form.Date("replaced"), form.Number("version"));

    public ComponentDetails ToDetails() => new()
    {
        Name = Name ?? "", PartModel = PartModel, Class = Class ?? "", Source = Source, Supplier = Supplier, Supplied = Supplied,
        AgreementMonths = AgreementMonths, Serial = Serial, Replaced = Replaced,
    };
}

/// <summary>From which day on the warranty is void, and why; no day: it is valid again.</summary>
internal sealed record VoidToSave(DateOnly? From, string? Reason, long? Version)
{
    public static VoidToSave Read(FormReader form) => new(form.Date("from"), form.NeededText("reason", 400), form.Number("version"));
}

/// <summary>Makes and changes units and their components, and declares warranties void.</summary>
internal sealed class SaveUnit(
    UnitReferences references, Edit<Equipment> edit, SettleRequests settle, Actor actor, TimeProvider time, Words words)
{
    private DateOnly Today => words.LocalDate(time.Now());

    public async Task<Func<ServiceDb, Task<Equipment>>> NewAsync(UnitToSave said, CancellationToken cancel)
    {
        var (details, today) = (await references.ResolveAsync(said, null, cancel), Today);
        var product = said.Components is null ? await references.BilledAsync(details.ProductId, cancel) : null;
        return edit.New((by, now) =>
        {
            var unit = Equipment.Create(details, today, by, now);
            if (said.Components is { } components) BeginWithBill.Add(unit, components, by, now);
            else if (product is not null) BeginWithBill.Add(unit, product, said.Picked, by, now);
            return unit;
        });
    }

    public async Task<Func<ServiceDb, Task<Equipment>>> ChangeAsync(Guid id, UnitToSave said, CancellationToken cancel)
    {
        var (details, today) = (await references.ResolveAsync(said, id, cancel), Today);
        return Work(id, Seen.Needed(said.Version), (unit, by, now) => unit.Change(details, today, by, now));
    }

    /// <param name="component">Null: a new one.</param>
    public Func<ServiceDb, Task<Equipment>> Component(Guid id, Guid? component, ComponentToSave said) => Work(
        id, Seen.Needed(said.Version), (unit, by, now) =>
    {
        if (component is not { } known) unit.AddComponent(said.ToDetails(), by, now);
        else if (unit.Components.Any(c => c.Id == known)) unit.ChangeComponent(known, said.ToDetails(), by, now);
        else throw new NotFoundException();
    });

    public Func<ServiceDb, Task<Equipment>> Void(Guid id, VoidToSave said) =>
        Work(id, Seen.Needed(said.Version), (unit, by, now) => unit.Void(said.From, said.Reason ?? "", by, now));

    /// <summary>Takes over what was not known; needs no version, for what is known stays.</summary>
    public Func<ServiceDb, Task<Equipment>> Learn(Guid id, MissingFacts facts)
    {
        var today = Today;
        return Work(id, seen: null, (unit, by, now) => unit.Learn(facts, today, by, now));
    }

    /// <summary>What hung on the unit is settled in the save that changes it.</summary>
    private Func<ServiceDb, Task<Equipment>> Work(Guid id, long? seen, Action<Equipment, Actor, DateTimeOffset> verb) =>
        edit.Of(id, seen, async (db, unit, now) =>
        {
            verb(unit, actor, now);
            await settle.RunAsync(db, unit, now, CancellationToken.None);
        });
}
