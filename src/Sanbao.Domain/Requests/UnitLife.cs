using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;

namespace Sanbao.Domain.Requests;

/// <summary>
/// What a unit's own dates tell the clocks of a request: the beginnings of those days of its life after which the charter asks how soon
/// the report came (S11: within 7 working days of delivery) or how long a promise holds (S9: three years after acceptance). They start
/// nothing: what they start is promised of the unit, not of one request.
/// </summary>
public static class UnitLife
{
    /// <param name="dates">Null: the unit is not known.</param>
    public static ImmutableArray<CaseEvent> Of(UnitDates? dates, Charter charter)
    {
        if (dates is null) return [];
        var life = ImmutableArray<CaseEvent>.Empty;
        foreach (var kind in AskedBy(charter))
            if (DayOf(kind, dates) is { Year: > 1 } day) life = life.Add(new(kind, BeginningOf(day, charter.Zone), OfUnit: true));
        return life;
    }

    private static ImmutableArray<EventKind> AskedBy(Charter charter)
    {
        var asked = ImmutableArray<EventKind>.Empty;
        foreach (var promise in charter.Promises)
        {
            asked = With(asked, promise.For);
            if (promise.Until is { } until) asked = [.. asked.Union(until.After)];
            foreach (var time in promise.Times) asked = With(asked, time.For);
        }
        return asked;
    }

    private static ImmutableArray<EventKind> With(ImmutableArray<EventKind> asked, CaseScope scope) =>
        scope.ReportedWithin is { } within && !asked.Contains(within.Of) ? asked.Add(within.Of) : asked;

    private static DateOnly? DayOf(EventKind kind, UnitDates dates) =>
        kind is EventKind.Delivered ? dates.Delivered
        : kind is EventKind.Sold ? dates.Sold
        : kind is EventKind.Commissioned ? dates.Commissioned
        : kind is EventKind.Accepted ? dates.Accepted
        : null;

    private static DateTimeOffset BeginningOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, zone.GetUtcOffset(midnight));
    }
}
