using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.InstalledBase;

/// <summary>What a person says about a unit when creating or changing it.</summary>
public sealed record EquipmentDetails
{
    public required string Serial { get; init; }
    public required Guid ProductId { get; init; }
    public Guid? ParentId { get; init; }
    public UnitDates Dates { get; init; } = UnitDates.None;
    public ImmutableArray<string> Evidence { get; init; } = [];
    public DateOnly? Supplied { get; init; }
    public int? AgreementMonths { get; init; }
    public Guid? CustomerId { get; init; }
    public Guid? SiteId { get; init; }
    public Guid? ContractId { get; init; }
    public Guid? DealerId { get; init; }
    public Money? Price { get; init; }
    public int? UsageHours { get; init; }
    public int? UsageKilometres { get; init; }
    public int? UsageCycles { get; init; }
    public string? Remark { get; init; }

    /// <summary>Throws field errors for what cannot be so.</summary>
    public void Check(DateOnly today)
    {
        var errors = new FieldErrors();
        errors.Text(Serial, "serial", 100, required: true);
        errors.When(!string.IsNullOrWhiteSpace(Serial) && TextKey.Serial(Serial).Length == 0, "serial", "field.required");
        errors.When(ProductId == Guid.Empty, "product", "field.required");
        errors.Text(Remark, "remark", 4000);
        errors.When(AgreementMonths is < 0 or > 600, "agreementMonths", "field.out-of-range", 0, 600);
        errors.When(Price is { Fen: < 0 }, "price", "field.negative");
        errors.When(UsageHours < 0, "usageHours", "field.negative");
        errors.When(UsageKilometres < 0, "usageKilometres", "field.negative");
        errors.When(UsageCycles < 0, "usageCycles", "field.negative");
        errors.Day(Supplied, "supplied");
        LifeDates.Check(Dates, today, errors);
        errors.Throw();
    }
}
