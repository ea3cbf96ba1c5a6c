using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>A component as it is said by the one who saves it.</summary>
internal sealed record ComponentToSave(
    string? Name, string? PartModel, string? Class, Source? Source, string? Supplier, DateOnly? Supplied, int? AgreementMonths, string? Serial, DateOnly? Replaced, long? Version)
{
    public static ComponentToSave Read(FormReader form) => new(
        form.NeededText("componentName", 100), form.Text("partModel", 100), form.Text("componentClass", 100), form.Choice<Source>("source"), form.Text("supplier", 100), form.Date("supplied"),
        form.Number("agreementMonths", 0, 600), form.Text("componentSerial", 100), form.Date("replaced"), form.Number("version"));

    public ComponentDetails ToDetails() => new()
    {
        Name = Name ?? "", PartModel = PartModel, Class = Class ?? "", Source = Source, Supplier = Supplier, Supplied = Supplied, AgreementMonths = AgreementMonths, Serial = Serial, Replaced = Replaced,
    };
}

/// <summary>From which day on the warranty is void, and why; no day: it is valid again.</summary>
internal sealed record VoidToSave(DateOnly? From, string? Reason, long? Version)
{
    public static VoidToSave Read(FormReader form) => new(form.Date("from"), form.NeededText("reason", 400), form.Number("version"));
}

/// <summary>Creates and changes units and their components, and declares warranties void.</summary>
internal sealed class SaveUnit(UnitReferences references, BeginWithBill bills, Writer writer, Actor actor, TimeProvider time, Words words)
{
    private DateOnly Today => words.LocalDate(time.Now());

    /// <summary>A new unit, not written yet.</summary>
    public async Task<Equipment> PrepareAsync(UnitToSave said, CancellationToken cancel)
    {
        var unit = Equipment.Create(await references.ResolveAsync(said, null, cancel), Today, actor, time.Now());
        if (said.Components is { } components) BeginWithBill.Add(unit, components, actor, time.Now());
        else await bills.AddAsync(unit, said.Picked, cancel);
        return unit;
    }

    public async Task<Guid> CreateAsync(UnitToSave said, CancellationToken cancel)
    {
        var unit = await PrepareAsync(said, cancel);
        return await writer.CreateAsync(creation => { creation.Add(unit); return unit.Id; }, cancel);
    }

    public async Task ChangeAsync(Guid id, UnitToSave said, CancellationToken cancel) => await writer.RunAsync(await ChangingAsync(id, said, cancel), cancel);

    /// <summary>The change, for a save of the caller's, as are the two below.</summary>
    public async Task<Func<ServiceDb, Task>> ChangingAsync(Guid id, UnitToSave said, CancellationToken cancel)
    {
        var details = await references.ResolveAsync(said, id, cancel);
        var today = Today;
        return Work(id, said.Version, (unit, now) => unit.Change(details, today, actor, now), cancel);
    }

    public Task SaveComponentAsync(Guid id, Guid? component, ComponentToSave said, CancellationToken cancel) => writer.RunAsync(SavingComponent(id, component, said, cancel), cancel);

    /// <param name="component">Null: a new one.</param>
    public Func<ServiceDb, Task> SavingComponent(Guid id, Guid? component, ComponentToSave said, CancellationToken cancel) => Work(id, said.Version, (unit, now) =>
    {
        if (component is not { } known) unit.AddComponent(said.ToDetails(), actor, now);
        else if (unit.Components.Any(c => c.Id == known)) unit.ChangeComponent(known, said.ToDetails(), actor, now);
        else throw new NotFoundException();
    }, cancel);

    public Task VoidAsync(Guid id, VoidToSave said, CancellationToken cancel) => writer.RunAsync(Voiding(id, said, cancel), cancel);

    public Func<ServiceDb, Task> Voiding(Guid id, VoidToSave said, CancellationToken cancel) =>
        Work(id, said.Version, (unit, now) => unit.Void(said.From, said.Reason ?? "", actor, now), cancel);

    private Func<ServiceDb, Task> Work(Guid id, long? seen, Action<Equipment, DateTimeOffset> verb, CancellationToken cancel)
    {
        if (seen is not { } version) throw new FieldErrorsException([new("version", "field.required")]);
        var now = time.Now();
        return async db =>
        {
            var unit = await db.Equipment.VisibleTo(actor).Include(u => u.Components).SingleOrDefaultAsync(u => u.Id == id, cancel) ?? throw new NotFoundException();
            unit.RequireVersion(version);
            verb(unit, now);
        };
    }
}
