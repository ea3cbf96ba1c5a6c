using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>A unit's life on one line of time: what happened to it, when it was reported and repaired, and what covers it until
/// when.</summary>
internal static class LifeLine
{
    public static BarRow[] Of(UnitView view, Words words) =>
        [.. new[] { Dates(view, words), Requests(view, words), Repairs(view, words) }.OfType<BarRow>(), .. Cover(view, words),
            .. Voided(view, words)];

    /// <summary>The components whose periods are all those of the unit, and therefore have no bar of their own.</summary>
    public static IEnumerable<string> AsTheUnit(UnitView view, Words words)
    {
        var rows = Cover(view, words).ToList();
        return view.Unit.Components.Where(c => view.ByComponent[c.Id].Decision.LastDay == view.Whole.Decision.LastDay
            && !rows.Exists(r => r.Label.StartsWith($"{c.Name} · ", StringComparison.Ordinal))).Select(c => c.Name).Distinct();
    }

    private static BarRow? Dates(UnitView view, Words words)
    {
        BarMark[] marks =
        [
            .. LifeDates.All(view.Unit.Dates).OrderBy(d => d.Day)
                .Select(d => new BarMark(
                    d.Day, $"{words[$"unit-date.{Kebab.Of(d.Field)}"]} {words.Say(d.Day)}",
                    words[$"unit-date-short.{Kebab.Of(d.Field)}"])),
        ];
        return marks.Length == 0 ? null : new(words["life.dates"], null, [], marks);
    }

    private static BarRow? Requests(UnitView view, Words words)
    {
        BarSpan[] spans =
        [
            .. view.Requests.OrderBy(r => r.ReportedAt).Select(r => new BarSpan(
                words.LocalDate(r.ReportedAt), Last(r, view, words), r.Status == RequestStatus.Open
                    ? Tone.Warn : Tone.Calm, $"{r.Number} {words.Say(r.Category)} {words.Date(r.ReportedAt)}")),
        ];
        return spans.Length == 0 ? null : new(words["life.requests"], words["life.requests-count", view.Requests.Count], spans, []);
    }

    /// <summary>Closed: its last day. Open: today, for it is not over.</summary>
    private static DateOnly Last(PastRequest request, UnitView view, Words words)
    {
        var (from, to) =
            (words.LocalDate(request.ReportedAt), (request.ClosedAt ?? request.SolvedAt) is { } end ? words.LocalDate(end) : view.Today);
        return to < from ? from : to;
    }

    private static BarRow? Repairs(UnitView view, Words words)
    {
        BarMark[] marks =
        [
            .. view.Requests.SelectMany(r => r.Repairs.Select(repair => (r.Number, Repair: repair))).OrderBy(r => r.Repair.At)
                .Select(r => new BarMark(words.LocalDate(r.Repair.At), $"{r.Number} {words["life.repaired", r.Repair.Days]}")),
        ];
        return marks.Length == 0 ? null : new(words["life.repairs"], words["life.repairs-count", marks.Length], [], marks);
    }

    /// <summary>The unit's own periods, then those of each component that differ from them.</summary>
    private static IEnumerable<BarRow> Cover(UnitView view, Words words)
    {
        var whole = TermBars.Of(view.Whole.Explanation, words);
        var known = whole.Select(r => (r.Label, r.Spans[0].From, r.Spans[0].To)).ToHashSet();
        return
        [
            .. whole,
            .. from component in view.Unit.Components
               from row in TermBars.Of(view.ByComponent[component.Id].Explanation, words)
               where !known.Contains((row.Label, row.Spans[0].From, row.Spans[0].To))
               select row with { Label = $"{component.Name} · {row.Label}" },
        ];
    }

    private static IEnumerable<BarRow> Voided(UnitView view, Words words) => view.Unit.VoidedFrom is { } from
        ? [new(words["life.voided"], from, null, Tone.Bad, words["unit.voided-from", from, view.Unit.VoidedReason ?? ""])]
        : [];
}
