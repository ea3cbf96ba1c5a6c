using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters;

/// <summary>Says the promises of a charter in sentences.</summary>
internal static class PromiseWords
{
    /// <summary>For which cases, or that it is for all.</summary>
    public static string Say(this Words w, CaseScope scope)
    {
        List<string> parts = [];
        if (!scope.Categories.IsEmpty) parts.Add(w.List(scope.Categories));
        if (!scope.Modes.IsEmpty)
            parts.Add(string.Join(w["list.and"], scope.Modes.Select(m => m is { } mode ? w.Say(mode) : w["charter.mode-open"])));
        if (!scope.Channels.IsEmpty) parts.Add(w.List(scope.Channels));
        if (!scope.Zones.IsEmpty) parts.Add(w.List(scope.Zones));
        if (!scope.Regions.IsEmpty) parts.Add(w["charter.in-regions", w.Names("area", scope.Regions)]);
        if (!scope.Priorities.IsEmpty) parts.Add(w["charter.priority", w.List(scope.Priorities)]);
        if (scope.Special is { } special) parts.Add(w[special ? "charter.special" : "charter.not-special"]);
        if (scope.ReportedWithin is { } within) parts.Add(Say(w, within));
        return parts.Count == 0 ? w["charter.every-case"] : string.Join(w["list.with"], parts);
    }

    public static string Say(this Words w, Timing timing) => timing switch
    {
        Timing.After { IsBy: true } by => w["timing.by", Of(w, by.Of, by.Last)],
        Timing.After after => w[KeyOf(after), w.Amount(after.Amount), Of(w, after.Of, after.Last)],
        Timing.EveryMonths { Months: 1 } every => w["timing.every-one-month", DayOf(w, every.From)],
        Timing.EveryMonths every => w["timing.every-months", every.Months, DayOf(w, every.From)],
        Timing.EveryYear every => w["timing.every-year", string.Join(w["list.and"], every.By.Select(d => Say(w, d))), DayOf(w, every.From)],
        Timing.EveryMonth every => w["timing.every-month", every.Day, Of(w, every.From, last: false)],
        Timing.WhenMissed missed => w["timing.when-missed", missed.Promise],
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    /// <summary>Until when a promise is given, what ends it otherwise than being kept, and what stops its clock: one line each.</summary>
    public static IEnumerable<string> ConditionsOf(this Words w, PromiseRule rule)
    {
        if (rule.Until is { } until) yield return w["charters.until", until.Span, DayOf(w, until.After)];
        if (!rule.CancelledBy.IsEmpty) yield return w["charters.cancelled-by", w.List(rule.CancelledBy)];
        if (!rule.PausedBy.IsEmpty) yield return w["charters.paused-by", w.List(rule.PausedBy)];
    }

    private static string KeyOf(Timing.After after) =>
        (after.Before ? "timing.before" : "timing.after") + (after.Amount.FromContract is null ? "" : "-noted");

    private static string Say(Words w, ReportedWithin within)
    {
        var day = DayOf(w, [within.Of]);
        return within.OrMode is { } mode
            ? w["charter.reported-within-or", within.Span, day, mode]
            : w["charter.reported-within", within.Span, day];
    }

    private static string Amount(this Words w, Amount amount) => amount switch
    {
        { FromContract: { } name } => w[$"amount.noted-{Kebab.Of(amount.Unit)}", Noted(w, name)],
        { Unit: AmountUnit.Minutes, Count: var n } when n % 60 == 0 => w["amount.hours", n / 60],
        { Unit: AmountUnit.WorkingMinutes, Count: var n } when n % 60 == 0 => w["amount.working-hours", n / 60],
        _ => w[$"amount.{Kebab.Of(amount.Unit)}", amount.Count],
    };

    // A number that the charter made up is called as it stands in the contract.
    private static string Noted(Words w, string name) =>
        w.Say(new Word($"contract-number.{Kebab.Of(name)}", w["contract-number.any", name]));

    private static string Say(Words w, MonthDay day) => w["timing.month-day", w.Month(new DateOnly(2000, day.Month, 1)), day.Day];

    private static string DayOf(Words w, ImmutableArray<EventKind> events) => w["events.day", Of(w, events, last: false)];

    private static string Of(Words w, ImmutableArray<EventKind> events, bool last)
    {
        var named = events.Select(e => w[$"of-event.{Kebab.Of(e)}"]).ToArray();
        var all = named.Length == 1 ? named[0] : string.Join(w["list.and"], named[..^1]) + w["events.or"] + named[^1];
        return w[(events.Length > 1, last) switch
        {
            (false, false) => "events.one",
            (true, false) => "events.first-of",
            (false, true) => "events.last",
            (true, true) => "events.last-of",
        }, all];
    }
}
