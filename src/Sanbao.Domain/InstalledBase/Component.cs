using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.InstalledBase;

/// <summary>A serviceable part of one unit with a warranty class of its own.</summary>
public sealed class Component
{
    private Component() { }

    internal Component(Guid id, ComponentDetails details)
    {
        Id = id;
        Take(details);
    }

    public Guid Id { get; private set; }
    public Guid EquipmentId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Model or part number of the component itself.</summary>
    public string PartModel { get; private set; } = "";
    /// <summary>Warranty class, e.g. structure, electrical, motor.</summary>
    public string Class { get; private set; } = "";
    /// <summary>Who made or delivered it, where it is not our own make.</summary>
    public string Supplier { get; private set; } = "";
    /// <summary>Null: as the product.</summary>
    public Source? Source { get; private set; }
    /// <summary>The maker's supply date.</summary>
    public DateOnly? Supplied { get; private set; }
    public int? AgreementMonths { get; private set; }
    public string Serial { get; private set; } = "";
    public string SerialKey { get; private set; } = "";
    /// <summary>Day on which this component was last replaced; null: the original one.</summary>
    public DateOnly? Replaced { get; private set; }

    internal void KeepInside() => Supplier = "";

    /// <summary>A date that is known stays.</summary>
    internal void LearnSupplied(DateOnly day) => Supplied ??= day;

    internal void Take(ComponentDetails details)
    {
        details.Check();
        (Name, Class) = (TextKey.Shown(details.Name), details.Class.Trim());
        (PartModel, Supplier) = (TextKey.Shown(details.PartModel), details.Supplier?.Trim() ?? "");
        (Source, Supplied, AgreementMonths, Replaced) = (details.Source, details.Supplied, details.AgreementMonths, details.Replaced);
        Serial = TextKey.Shown(details.Serial);
        SerialKey = TextKey.Serial(Serial);
    }
}

/// <summary>What a person says about a component.</summary>
public sealed record ComponentDetails
{
    public required string Name { get; init; }
    public string? PartModel { get; init; }
    public required string Class { get; init; }
    public string? Supplier { get; init; }
    public Source? Source { get; init; }
    public DateOnly? Supplied { get; init; }
    public int? AgreementMonths { get; init; }
    public string? Serial { get; init; }
    public DateOnly? Replaced { get; init; }

    public void Check()
    {
        var errors = new FieldErrors();
        errors.Text(Name, "componentName", 100, required: true);
        errors.Text(Class, "componentClass", 100);
        errors.Text(Serial, "componentSerial", 100);
        errors.Text(PartModel, "partModel", 100);
        errors.Text(Supplier, "supplier", 100);
        errors.Day(Supplied, "supplied");
        errors.Day(Replaced, "replaced");
        errors.When(Replaced < Supplied, "replaced", "date.before", Supplied ?? default, new Word("field.supplied"));
        errors.When(AgreementMonths is < 0 or > 600, "agreementMonths", "field.out-of-range", 0, 600);
        errors.Throw();
    }
}
