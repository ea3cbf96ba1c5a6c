using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

/// <summary>What is known of a contact when it is taken in.</summary>
public sealed record Intake
{
    public const int LongestDescription = 4000;

    public required Channel Channel { get; init; }
    public required RequestCategory Category { get; init; }
    /// <summary>False: outside information that must first be confirmed (S0).</summary>
    public bool Direct { get; init; } = true;
    public Guid? CustomerId { get; init; }
    public string? CustomerName { get; init; }
    public string? CustomerPhone { get; init; }
    public string? ReporterName { get; init; }
    public string? ReporterPhone { get; init; }
    public Guid? DealerId { get; init; }
    /// <summary>The unit with its product, customer and contract loaded; null: not identified.</summary>
    public Equipment? Unit { get; init; }
    /// <summary>Of the unit's components; null: the unit as a whole.</summary>
    public Guid? ComponentId { get; init; }
    /// <summary>What the component at fault is called on the unit, or on the bill of its product where no unit is on record.</summary>
    public string? ComponentName { get; init; }
    /// <summary>As typed, kept even when no such unit is known.</summary>
    public string? Serial { get; init; }
    /// <summary>What the caller calls the product, or its model.</summary>
    public string? Product { get; init; }
    /// <summary>GB/T 2260, of the site.</summary>
    public string? RegionCode { get; init; }
    public Zone? Zone { get; init; }
    public bool Special { get; init; }
    public string? SpecialReason { get; init; }
    public Priority Priority { get; init; } = Priority.Normal;
    public string? Description { get; init; }
    /// <summary>Local day of the fault; not after the report.</summary>
    public DateOnly? OccurredOn { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public ServiceMode? Mode { get; init; }
    /// <summary>The contract it falls under; null: the unit's.</summary>
    public Contract? Contract { get; init; }
    /// <summary>The number another system gave it; unique where given (D8).</summary>
    public string? ExternalReference { get; init; }
    public Guid? AssigneeId { get; init; }
    public string? Assignee { get; init; }

    /// <summary>Throws field errors for what cannot be so. <paramref name="zone"/> is the charter's.</summary>
    public void Check(TimeZoneInfo zone, DateTimeOffset now) => Check(zone, now, described: true);

    /// <summary>The same for another system's history, which may have no text.</summary>
    public void CheckHistory(TimeZoneInfo zone, DateTimeOffset now) => Check(zone, now, described: false);

    private void Check(TimeZoneInfo zone, DateTimeOffset now, bool described)
    {
        var errors = new FieldErrors();
        CheckTexts(errors, described);
        errors.When(!RegionCodes.IsWellFormed(RegionCode), "regionCode", "region.malformed", RegionCode ?? "");
        // Clocks of callers' systems run a little ahead.
        errors.When(ReportedAt > now.AddMinutes(5), "reportedAt", "instant.in-future", now);
        errors.When(ReportedAt.Year < 1990, "reportedAt", "instant.too-old");
        errors.When(OccurredOn > LocalDay(ReportedAt, zone), "occurredOn", "date.after-report", LocalDay(ReportedAt, zone));
        errors.Day(OccurredOn, "occurredOn");
        LifeDates.CheckFault(Unit?.Dates ?? UnitDates.None, Unit?.Supplied, OccurredOn, "occurredOn", errors);
        errors.Throw();
    }

    internal static DateOnly LocalDay(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private void CheckTexts(FieldErrors errors, bool described)
    {
        errors.Text(Description, "description", LongestDescription, required: described);
        errors.Text(CustomerName, "customer.name", 200);
        errors.Text(CustomerPhone, "customer.phone", 50);
        errors.Text(ReporterName, "reporter.name", 100);
        errors.Text(ReporterPhone, "reporter.phone", 50);
        errors.Text(Serial, "serial", 100);
        errors.Text(Product, "product", 200);
        errors.Text(SpecialReason, "specialReason", 1000);
        errors.Text(ExternalReference, "externalReference", 200);
    }
}
