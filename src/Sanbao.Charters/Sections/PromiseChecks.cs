using System.Collections.Immutable;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Sections;

/// <summary>
/// Finds promises that can never start, that are kept before they begin, or that would run twice for one case. A promise in which a word is
/// wrong already is not compared: what it is for is not known.
/// </summary>
internal static class PromiseChecks
{
    /// <param name="sound">The promises in which no word is wrong.</param>
    /// <param name="whole">These are all.</param>
    public static void Check(List<(PromiseRule Rule, Fields Fields)> sound, bool whole, ImmutableArray<Region> regions)
    {
        for (var i = 0; i < sound.Count; i++)
        {
            var (rule, fields) = sound[i];
            CheckTwice(rule, fields, sound.Take(i), regions);
            CheckTimes(rule, fields);
            CheckMet(rule, fields);
            if (!whole) continue;
            foreach (var missed in rule.Times.Select(t => t.Timing).OfType<Timing.WhenMissed>())
                CheckStarted(rule, fields, missed.Promise, sound);
        }
    }

    private static void CheckTwice(
        PromiseRule rule, Fields fields, IEnumerable<(PromiseRule Rule, Fields Fields)> earlier, ImmutableArray<Region> regions)
    {
        foreach (var (other, _) in earlier)
        {
            if (other.Key == rule.Key) fields.Report.Fail(fields.PlaceOf(fields.Has("key") ? "key" : "promise"), "repeated-code", rule.Key);
            else if (other.Code == rule.Code && !Reach.Disjoint(other.For, rule.For, regions))
                fields.Report.Fail(fields.PlaceOf("key"), "promise-twice", other.Key, rule.Key, Words.Of(rule.Code));
            else continue;
            return;
        }
    }

    private static void CheckTimes(PromiseRule rule, Fields fields)
    {
        var nodes = fields["due"] is ListNode list ? list.Items : [fields["due"]!];
        for (var i = 0; i < nodes.Length; i++)
        {
            var time = rule.Times[i].For;
            if (Reach.Disjoint(rule.For, time, [])) fields.Report.Fail(nodes[i].At, "time-never", rule.Key);
            else if (Reach.CoverTogether([.. rule.Times.Take(i).Select(t => t.For)], time))
                fields.Report.Fail(nodes[i].At, "unreachable-time", rule.Key);
            else if (nodes is [MapNode only] && only.Entries.Any(e => e.Key.Value == "when"))
                fields.Report.Fail(only.At, "when-of-one", rule.Key);
        }
    }

    // Counted from the last of some events, a promise may be met by one of them, which starts it anew (S4: inspection).
    private static void CheckMet(PromiseRule rule, Fields fields)
    {
        foreach (var start in rule.Times.Select(t => t.Timing).OfType<Timing.After>().Where(t => !t.Last).SelectMany(t => t.Of).Distinct())
        {
            if (rule.MetBy.Contains(start)) fields.Report.Fail(fields.PlaceOf("met-by"), "met-at-start", rule.Key, Words.Of(start));
            if (rule.CancelledBy.Contains(start))
                fields.Report.Fail(fields.PlaceOf("cancelled-by"), "cancelled-at-start", rule.Key, Words.Of(start));
        }
    }

    private static void CheckStarted(
        PromiseRule rule, Fields fields, PromiseCode missed, List<(PromiseRule Rule, Fields Fields)> promises)
    {
        if (!promises.Exists(p => p.Rule.Code == missed && p.Rule.Key != rule.Key && !p.Rule.OpenEnded))
            fields.Report.Fail(fields.PlaceOf("due"), "never-starts", rule.Key, Words.Of(missed));
    }
}
