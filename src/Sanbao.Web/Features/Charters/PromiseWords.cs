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
        if (!scope.Modes.IsEmpty) parts.Add(string.Join(w["list.and"], scope.Modes.Select(m => m is { } mode ? w.Say(mode) : w["charter.mode-open"])));
        if (!scope.Channels.IsEmpty) parts.Add(w.List(scope.Channels));
        if (!scope.Zones.IsEmpty) parts.Add(w.List(scope.Zones));
        if (!scope.Regions.IsEmpty) parts.Add(w["charter.in-regions", w.Names("area", scope.Regions)]);
        if (!scope.Priorities.IsEmpty) parts.Add(w["charter.priority", w.List(scope.Priorities)]);
        if (scope.Special is { } special) parts.Add(w[special ? "charter.special" : "charter.not-special"]);
        if (scope.ReportedWithin is { } within) parts.Add(w["charter.reported-within", within.Span, within.Of]);
        return parts.Count == 0 ? w["charter.every-case"] : string.Join(w["list.with"], parts);
    }

    public static string Say(this Words w, Timing timing) => timing switch
    {
        Timing.After { IsBy: true } by => w["timing.by", Events(w, by.Of)],
        Timing.After after => w[after.Before ? "timing.before" : after.Last ? "timing.after-last" : "timing.after", w.Amount(after.Amount), Events(w, after.Of)],
        Timing.EveryMonths every => w["timing.every-months", every.Months, Events(w, every.From)],
        Timing.EveryYear every => w["timing.every-year", string.Join(w["list.and"], every.By.Select(d => w["timing.month-day", d.Month, d.Day])), Events(w, every.From)],
        Timing.EveryMonth every => w["timing.every-month", every.Day, Events(w, every.From)],
        Timing.WhenMissed missed => w["timing.when-missed", missed.Promise],
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    public static string Amount(this Words w, Amount amount)
    {
        object count = amount.FromContract is { } name ? w[$"contract-number.{Kebab.Of(name)}"] : amount.Count;
        return amount switch
        {
            { Unit: AmountUnit.Minutes, FromContract: null, Count: var n } when n % 60 == 0 => w["amount.hours", n / 60],
            _ => w[$"amount.{Kebab.Of(amount.Unit)}", count],
        };
    }

    private static string Events(Words w, ImmutableArray<EventKind> events) => string.Join(w["list.or"], events.Select(e => w.Say(e)));
}
