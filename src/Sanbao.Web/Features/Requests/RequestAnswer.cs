using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Features.Promises;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Requests;

/// <summary>A request as the interface answers it.</summary>
internal record RequestAnswer
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required RequestStatus Status { get; init; }
    /// <summary>Counts the changes.</summary>
    public required long Version { get; init; }
    /// <summary>False: no unit of the installed base is known; <see cref="Equipment"/> is null.</summary>
    public bool Identified => Equipment is not null;
    public UnitAnswer? Equipment { get; init; }
    /// <summary>The judgement that holds; null: there was neither unit nor model to judge.</summary>
    public DecisionAnswer? Entitlement { get; init; }
    public required ImmutableArray<DeadlineAnswer> Deadlines { get; init; }
    public required ImmutableArray<SimilarCase> Similar { get; init; }
    /// <summary>Other open requests on the same unit.</summary>
    public required int OpenOnSameEquipment { get; init; }

    public required Channel Channel { get; init; }
    public required RequestCategory Category { get; init; }
    public required bool Direct { get; init; }
    public string? Serial { get; init; }
    public string? Product { get; init; }
    /// <summary>The component at fault as it was called when the request was taken in; null: the unit as a whole, or not known.</summary>
    public string? Component { get; init; }
    public required PersonAnswer Customer { get; init; }
    public required PersonAnswer Reporter { get; init; }
    public string? RegionCode { get; init; }
    public Zone? Zone { get; init; }
    public required bool Special { get; init; }
    public required Priority Priority { get; init; }
    public ServiceMode? Mode { get; init; }
    public required string Description { get; init; }
    public string? Solution { get; init; }
    /// <summary>How it ended; null: it is open, or that was not told.</summary>
    public RequestOutcome? Outcome { get; init; }
    public DateOnly? OccurredOn { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public required string Charter { get; init; }
    public required int CharterVersion { get; init; }
    public string? Assignee { get; init; }
    public string? ExternalReference { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    public sealed record UnitAnswer(Guid Id, string Serial, string Model);

    public sealed record PersonAnswer(Guid? Id, string? Name, string? Phone);

    /// <summary>The request alone; judgement, deadlines and neighbours are set by whoever looked them up.</summary>
    public static RequestAnswer Of(ServiceRequest r) => new()
    {
        Id = r.Id, Number = r.Number, Status = r.Status, Version = r.Version,
        Equipment = r.EquipmentId is { } unit ? new(unit, r.Serial, r.Model) : null,
        Deadlines = [], Similar = [], OpenOnSameEquipment = 0,
        Channel = r.Channel, Category = r.Category, Direct = r.Direct, Serial = Said(r.Serial),
        Product = Said(r.Model) ?? Said(r.ProductText), Component = Said(r.ComponentName),
        Customer = new(r.CustomerId, Said(r.CustomerName), Said(r.CustomerPhone)),
        Reporter = new(null, Said(r.ReporterName), Said(r.ReporterPhone)),
        RegionCode = r.RegionCode, Zone = r.Zone, Special = r.Special, Priority = r.Priority, Mode = r.Mode,
        Description = r.Description, Solution = Said(r.Solution), Outcome = r.Outcome, OccurredOn = r.OccurredOn, ReportedAt = r.ReportedAt,
        Charter = r.CharterCode, CharterVersion = r.CharterVersion, Assignee = r.Assignee, ExternalReference = r.ExternalReference,
        UpdatedAt = r.UpdatedAt, ClosedAt = r.ClosedAt,
    };

    private static string? Said(string text) => text.Length > 0 ? text : null;
}

/// <summary>One request looked at closely: also what happened, and its files.</summary>
internal sealed record RequestDetailAnswer : RequestAnswer
{
    public RequestDetailAnswer() { }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public RequestDetailAnswer(RequestAnswer request) : base(request) { }

    [JsonPropertyOrder(1)] public required ImmutableArray<TimelineAnswer> Timeline { get; init; }
    /// <summary>Its files, the oldest first.</summary>
    [JsonPropertyOrder(1)] public required ImmutableArray<PaperAnswer> Attachments { get; init; }
    /// <summary>What was made for it: work orders, cards and so on.</summary>
    [JsonPropertyOrder(1)] public required ImmutableArray<DocumentAnswer> Documents { get; init; }

    /// <param name="Path">Where programs find it.</param>
    public sealed record DocumentAnswer(string Kind, string Number, string Status, string Path);
}
