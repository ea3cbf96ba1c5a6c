using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Promises;

namespace Sanbao.Web.Features.Promises;

/// <summary>A case and its events as posted to the preview.</summary>
internal sealed record CaseRequest
{
    /// <summary>Null: the company's default charter.</summary>
    public string? Charter { get; init; }
    public ServiceMode? Mode { get; init; }
    /// <summary>Null: a fault, which is what most calls are.</summary>
    public RequestCategory? Category { get; init; }
    public Channel? Channel { get; init; }
    public string? RegionCode { get; init; }
    public Zone? Zone { get; init; }
    public bool? Special { get; init; }
    public Priority? Priority { get; init; }
    /// <summary>Numbers noted in the contract by name: responseDays, handlingDays.</summary>
    public ImmutableDictionary<string, int?>? Contract { get; init; }
    public IReadOnlyList<EventRequest>? Events { get; init; }
    /// <summary>The instant at which the states are asked for; null: now.</summary>
    public DateTimeOffset? Now { get; init; }
    /// <summary>Recurring promises are generated up to this instant; null: up to the first one after now.</summary>
    public DateTimeOffset? Until { get; init; }

    public sealed record EventRequest(EventKind? Kind, DateTimeOffset? At, PauseParty? Party);

    public Case ToCase() => new()
    {
        Category = Category ?? RequestCategory.Fault, Mode = Mode, Channel = Channel, RegionCode = RegionCode, Zone = Zone,
        Special = Special ?? false, Priority = Priority ?? Domain.Charters.Priority.Normal,
        Contract = Contract is null ? ImmutableDictionary<string,
        int>.Empty : Contract.Where(n => n.Value is not null).ToImmutableDictionary(n => n.Key, n => n.Value!.Value),
    };

    public ImmutableArray<CaseEvent> ToEvents() =>
        [.. (Events ?? []).Select(e => new CaseEvent(e.Kind!.Value, e.At!.Value.ToMilliseconds(), e.Party))];

    /// <summary>Throws field errors for what cannot be so.</summary>
    public void Check()
    {
        var errors = new FieldErrors();
        var events = Events ?? [];
        errors.When(!RegionCodes.IsWellFormed(RegionCode), "regionCode", "region.malformed", RegionCode ?? "");
        errors.When(events.Count > 10_000, "events", "field.too-many", 10_000);
        for (var i = 0; i < events.Count; i++)
        {
            errors.When(events[i]?.Kind is null, $"events[{i}].kind", "field.required");
            errors.When(events[i]?.At is null, $"events[{i}].at", "field.required");
            errors.When(events[i]?.At is { Year: < 1990 or > 2200 }, $"events[{i}].at", "field.out-of-range", 1990, 2200);
            errors.When(events[i] is { Kind: EventKind.Paused or EventKind.Resumed, Party: null }, $"events[{i}].party", "field.required");
        }
        foreach (var (name, value) in Contract ?? ImmutableDictionary<string, int?>.Empty)
            errors.When(value is < 0 or > 1000, $"contract.{name}", "field.out-of-range", 0, 1000);
        errors.When(Now is { Year: < 1990 or > 2200 }, "now", "field.out-of-range", 1990, 2200);
        errors.When(Until is { Year: < 1990 or > 2200 }, "until", "field.out-of-range", 1990, 2200);
        errors.Throw();
    }
}
