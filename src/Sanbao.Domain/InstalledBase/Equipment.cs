using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.InstalledBase;

/// <summary>One serial-numbered unit of the installed base.</summary>
public sealed class Equipment : Document, IBelongs<Equipment>, IReserved
{
    private readonly List<Component> components = [];
    private readonly List<EquipmentMove> moves = [];

    private Equipment() { }

    public override string Kind => "equipment";
    public override Headline Headline => new(Serial, "");

    public string Serial { get; private set; } = "";
    /// <summary>Unique: <see cref="TextKey.Serial"/> of the serial number.</summary>
    public string SerialKey { get; private set; } = "";
    /// <summary>How the serial number looks (<see cref="TextKey.Look"/>), from its beginning and from its end, to be looked for.</summary>
    public string SerialLook { get; private set; } = "";
    public string SerialFromEnd { get; private set; } = "";
    public Guid ProductId { get; private set; }
    public Product? Product { get; private set; }
    /// <summary>The system or machine it belongs to; null: it stands alone (B5).</summary>
    public Guid? ParentId { get; private set; }
    public UnitDates Dates { get; private set; } = UnitDates.None;
    /// <summary>Kinds of proof at hand: commissioning, acceptance, invoice, certificate, ...</summary>
    public ImmutableArray<string> Evidence { get; private set; } = [];
    /// <summary>Of a product that is not our own make: the maker's supply date and the months agreed for this very unit.</summary>
    public DateOnly? Supplied { get; private set; }
    public int? AgreementMonths { get; private set; }
    public Guid? CustomerId { get; private set; }
    public Customer? Customer { get; private set; }
    public Guid? SiteId { get; private set; }
    public Guid? ContractId { get; private set; }
    public Contract? Contract { get; private set; }
    public Guid? DealerId { get; private set; }
    /// <summary>Price in fen; read it as <see cref="Price"/>.</summary>
    public long? PriceFen { get; private set; }
    public Money? Price => PriceFen is { } fen ? new Money(fen) : null;
    public int? UsageHours { get; private set; }
    public int? UsageKilometres { get; private set; }
    public int? UsageCycles { get; private set; }
    /// <summary>From this day on the warranty is void, inclusive; null: it is not.</summary>
    public DateOnly? VoidedFrom { get; private set; }
    public string? VoidedReason { get; private set; }
    public string Remark { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public IReadOnlyList<Component> Components => components;
    public IReadOnlyList<EquipmentMove> Moves => moves;

    /// <summary>Remarks, and from whom the company buys.</summary>
    public void KeepInside(Actor from)
    {
        ShowInPart();
        Remark = "";
        Customer?.KeepInside(from);
        foreach (var component in components) component.KeepInside();
    }

    /// <param name="today">The local day; no date of the unit may lie after it.</param>
    public static Equipment Create(EquipmentDetails details, DateOnly today, Actor by, DateTimeOffset now)
    {
        var unit = new Equipment { Id = Guid.CreateVersion7(now), CreatedAt = now };
        unit.Take(details, today, now);
        unit.Place(now);
        unit.Record("equipment.created", by, now, ("serial", unit.Serial));
        return unit;
    }

    public void Change(EquipmentDetails details, DateOnly today, Actor by, DateTimeOffset now)
    {
        var (before, fields) = ((Dates, CustomerId, SiteId), Fields);
        Take(details, today, now);
        var changed = FieldsChanged.Between(fields, Fields);
        Record("equipment.changed", by, now, [("serial", Serial), ("changed", changed), .. Changed(before.Dates, Dates)]);
        if ((before.CustomerId, before.SiteId) == (CustomerId, SiteId)) return;
        Place(now);
        Record("equipment.moved", by, now, ("customer", CustomerId), ("site", SiteId));
    }

    /// <summary>Tells a unit that was just created its neighbours; the store loads those of stored units itself.</summary>
    public void Know(Product product, Customer? customer) => (Product, Customer) = (product, customer);

    public Component AddComponent(ComponentDetails details, Actor by, DateTimeOffset now)
    {
        // Keys order the list: those added at one instant stay in their order.
        var component = new Component(Guid.CreateVersion7(now.AddMilliseconds(components.Count)), details);
        components.Add(component);
        UpdatedAt = now;
        Record("equipment.component-added", by, now, ("name", component.Name), ("class", component.Class), ("serial", component.Serial));
        return component;
    }

    public void ChangeComponent(Guid id, ComponentDetails details, Actor by, DateTimeOffset now)
    {
        var component = components.Single(c => c.Id == id);
        component.Take(details);
        UpdatedAt = now;
        Record("equipment.component-changed", by, now, ("name", component.Name), ("replaced", component.Replaced));
    }

    /// <summary>Takes over what was not known so far; what is known stays. Nothing happens where nothing is new.</summary>
    /// <param name="today">The local day; no date of the unit may lie after it.</param>
    public void Learn(MissingFacts facts, DateOnly today, Actor by, DateTimeOffset now)
    {
        if (facts.IsEmpty) return;
        var errors = new FieldErrors();
        facts.CheckAgainst(this, errors);
        var component = components.SingleOrDefault(c => c.Id == facts.ComponentId);
        errors.When(facts.ComponentSupplied is not null && component is null, "componentSupplied", "component.unknown");
        var (before, dates) = (Dates, facts.With(Dates));
        LifeDates.Check(dates, today, errors);
        errors.Throw();
        var told = facts.NewFor(this, component).ToArray();
        if (dates == before && told.Length == 0) return;
        (Dates, Evidence, Supplied) = (dates, [.. Evidence.Union(facts.Evidence)], Supplied ?? facts.Supplied);
        (UsageHours, UsageKilometres) = (facts.UsageHours ?? UsageHours, facts.UsageKilometres ?? UsageKilometres);
        UsageCycles = facts.UsageCycles ?? UsageCycles;
        if (facts.ComponentSupplied is { } supplied) component!.LearnSupplied(supplied);
        UpdatedAt = now;
        Record("equipment.changed", by, now, [("serial", Serial), .. Changed(before, dates), .. told]);
    }

    /// <summary>Declares the warranty void from a day on, or, with null, valid again.</summary>
    public void Void(DateOnly? from, string reason, Actor by, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.Text(reason, "reason", 400, required: true);
        errors.Day(from, "from");
        errors.When(from < Dates.ExFactory, "from", "date.before", Dates.ExFactory ?? default, new Word("field.exFactory"));
        errors.Throw();
        (VoidedFrom, VoidedReason, UpdatedAt) = (from, from is null ? null : reason.Trim(), now);
        Record("equipment.voided", by, now, ("from", from), ("reason", reason));
    }

    /// <summary>
    /// Its customer's record became part of another one: it is that one's now, and so is its history. Nobody edited the unit.
    /// </summary>
    /// <param name="from">The record that goes; the moves are loaded.</param>
    public void FollowCustomer(Guid from, Customer into, Actor by, DateTimeOffset now)
    {
        if (CustomerId == from) CustomerId = into.Id;
        foreach (var move in moves.Where(m => m.CustomerId == from)) move.PassTo(into);
        Witness("equipment.customer-merged", by, now, ("into", into.Name));
    }

    private void Take(EquipmentDetails details, DateOnly today, DateTimeOffset now)
    {
        details.Check(today);
        Serial = TextKey.Shown(details.Serial);
        SerialKey = TextKey.Serial(Serial);
        SerialLook = TextKey.Look(Serial);
        SerialFromEnd = TextKey.Backwards(SerialLook);
        (ProductId, ParentId, Dates, Evidence) = (details.ProductId, details.ParentId, details.Dates, details.Evidence);
        (Supplied, AgreementMonths) = (details.Supplied, details.AgreementMonths);
        (CustomerId, SiteId, ContractId, DealerId) = (details.CustomerId, details.SiteId, details.ContractId, details.DealerId);
        PriceFen = details.Price?.Fen;
        (UsageHours, UsageKilometres, UsageCycles) = (details.UsageHours, details.UsageKilometres, details.UsageCycles);
        Remark = details.Remark?.Trim() ?? "";
        UpdatedAt = now;
    }

    /// <summary>What a person edits; the dates are told by their day.</summary>
    private (string, object?)[] Fields =>
    [
        ("serial", Serial), ("model", ProductId), ("customer", CustomerId), ("site", SiteId), ("contract", ContractId),
        ("parent", ParentId), ("dates", Dates), ("evidence", string.Join(',', Evidence)), ("supplied", Supplied),
        ("agreement-months", AgreementMonths), ("price", PriceFen), ("usage", (UsageHours, UsageKilometres, UsageCycles)),
        ("remark", Remark), ("dealer", DealerId),
    ];

    private void Place(DateTimeOffset now)
    {
        if (CustomerId is not null) moves.Add(new(Guid.CreateVersion7(now), now, CustomerId, SiteId));
    }

    private static IEnumerable<(string, object?)> Changed(UnitDates before, UnitDates after)
    {
        var old = LifeDates.All(before).ToDictionary(d => d.Field, d => d.Day);
        var fresh = LifeDates.All(after).ToDictionary(d => d.Field, d => d.Day);
        foreach (var (field, day) in fresh)
            if (!old.TryGetValue(field, out var was) || was != day) yield return (field, day);
        foreach (var field in old.Keys.Where(f => !fresh.ContainsKey(f))) yield return (field, null);
    }
}
