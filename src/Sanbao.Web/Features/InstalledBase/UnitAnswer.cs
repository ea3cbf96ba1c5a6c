using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Entitlement;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>A unit as programs get it.</summary>
internal sealed record UnitAnswer
{
    internal sealed record ComponentAnswer(
        Guid Id, string Name, string PartModel, string Class, Source? Source, string Supplier, DateOnly? Supplied, int? AgreementMonths,
        string Serial, DateOnly? Replaced);

    internal sealed record RequestAnswer(Guid Id, string Number, RequestCategory Category, RequestStatus Status, DateTimeOffset ReportedAt);

    internal sealed record VoidedAnswer(DateOnly From, string? Reason);

    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Serial { get; init; }
    public required Guid ProductId { get; init; }
    public string? Model { get; init; }
    public Guid? CustomerId { get; init; }
    public string? Customer { get; init; }
    public Guid? SiteId { get; init; }
    public Guid? ContractId { get; init; }
    public string? Contract { get; init; }
    public Guid? ParentId { get; init; }
    public Guid? DealerId { get; init; }
    public required UnitDates Dates { get; init; }
    public ImmutableArray<string> Evidence { get; init; } = [];
    public DateOnly? Supplied { get; init; }
    public int? AgreementMonths { get; init; }
    public Money? Price { get; init; }
    public int? UsageHours { get; init; }
    public int? UsageKilometres { get; init; }
    public int? UsageCycles { get; init; }
    public VoidedAnswer? Voided { get; init; }
    public string Remark { get; init; } = "";
    public ImmutableArray<ComponentAnswer> Components { get; init; } = [];
    /// <summary>Null where the unit was just created.</summary>
    public DecisionAnswer? Entitlement { get; init; }
    public RelatedUnit? Parent { get; init; }
    public ImmutableArray<RelatedUnit> Children { get; init; } = [];
    public ImmutableArray<RequestAnswer> Requests { get; init; } = [];

    public static UnitAnswer Of(Equipment u) => new()
    {
        Id = u.Id, Version = u.Version, Serial = u.Serial, ProductId = u.ProductId, Model = u.Product?.Model, CustomerId = u.CustomerId,
        Customer = u.Customer?.Name,
        SiteId = u.SiteId, ContractId = u.ContractId, Contract = u.Contract?.Number, ParentId = u.ParentId, DealerId = u.DealerId,
        Dates = u.Dates, Evidence = u.Evidence,
        Supplied = u.Supplied, AgreementMonths = u.AgreementMonths, Price = u.Price, UsageHours = u.UsageHours,
        UsageKilometres = u.UsageKilometres,
        UsageCycles = u.UsageCycles, Voided = u.VoidedFrom is { } from ? new(from, u.VoidedReason) : null, Remark = u.Remark,
        Components =
        [
            .. u.Components.Select(c => new ComponentAnswer(
                c.Id, c.Name, c.PartModel, c.Class, c.Source, c.Supplier, c.Supplied, c.AgreementMonths, c.Serial, c.Replaced))
        ],
    };
}
