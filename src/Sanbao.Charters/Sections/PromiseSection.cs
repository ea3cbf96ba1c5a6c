using System.Collections.Immutable;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Sections;

/// <summary>Reads the promises.</summary>
internal static class PromiseSection
{
    public static ImmutableArray<PromiseRule> ReadAll(Fields charter, ImmutableArray<Region> regions)
    {
        var sound = new List<(PromiseRule Rule, Fields Fields)>();
        var all = charter.Maps("promises", PromiseFormat.Promise, fields =>
        {
            var rule = Read(fields);
            if (fields.Sound) sound.Add((rule, fields));
            return rule;
        });
        PromiseChecks.Check(sound, sound.Count == all.Length, regions);
        return all;
    }

    private static PromiseRule Read(Fields fields)
    {
        var code = fields.WordOf<PromiseCode>("promise") ?? default;
        var times = ReadTimes(fields);
        return new PromiseRule
        {
            Code = code,
            Key = fields.Has("key") ? fields.Name("key") ?? "" : Words.Of(code),
            Name = fields.Both("name") ?? new Bilingual("", ""),
            For = ReadScope(fields["for"], fields),
            Times = times,
            Until = fields.Phrase("until", TimingPhrase.ReadEnd),
            MetBy = fields.WordsOf<EventKind>("met-by"),
            CancelledBy = fields.WordsOf<EventKind>("cancelled-by"),
            PausedBy = fields.WordsOf<PauseParty>("paused-by"),
            OpenEnded = times.Any(t => t.Timing is Timing.WhenMissed),
        };
    }

    private static ImmutableArray<TimeLimit> ReadTimes(Fields fields) => fields.Several("due", node =>
    {
        if (node is TextNode) return ReadTiming(node, fields) is { } timing ? new TimeLimit(new CaseScope(), timing) : null;
        if (Fields.Of(node, PromiseFormat.Time, fields.Report) is not { } time) return null;
        var scope = ReadScope(time["when"], fields);
        return time["within"] is { } text && ReadTiming(text, fields) is { } within ? new TimeLimit(scope, within) : null;
    });

    private static Timing? ReadTiming(Node node, Fields fields) =>
        Values.Text(node, fields.Report) is { } text ? TimingPhrase.Read(new Sentence(text, fields.Report)) : null;

    private static CaseScope ReadScope(Node? node, Fields fields)
    {
        if (node is null || Fields.Of(node, PromiseFormat.Scope, fields.Report) is not { } scope) return new CaseScope();
        return new CaseScope
        {
            Categories = scope.WordsOf<RequestCategory>("category"),
            Modes = ReadModes(scope),
            Channels = scope.WordsOf<Channel>("channel"),
            Zones = scope.WordsOf<Zone>("zone"),
            Regions = scope.NamesOf("region", []),
            Priorities = scope.WordsOf<Priority>("priority"),
            Special = scope.YesNo("special"),
            ReportedWithin = scope.Phrase("reported-within", RightPhrase.ReadReported),
        };
    }

    private static ImmutableArray<ServiceMode?> ReadModes(Fields scope)
    {
        ImmutableArray<string> words = [.. Words.All<ServiceMode>(), PromiseFormat.NotChosen];
        var modes = scope.Several("mode", n =>
            Values.Text(n, scope.Report) is { } text && Values.OneOf(text, words, scope.Report) >= 0 ? text.Value : null);
        return [.. modes.Select(m => m == PromiseFormat.NotChosen ? null : Words.Find<ServiceMode>(m))];
    }
}
