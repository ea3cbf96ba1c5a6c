using System.Collections.Immutable;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Sections;

/// <summary>
/// Finds terms that no fact can ever reach, ends that say the same in two ways, and terms that repeat another for a cause. A term in which
/// a word is wrong already is not compared: what it is for is not known.
/// </summary>
internal static class TermChecks
{
    /// <param name="sound">The terms in which no word is wrong.</param>
    public static void Check(Fields warranty, List<(WarrantyTerm Term, Fields Fields)> sound)
    {
        if (warranty["terms"] is ListNode { Items.Length: 0 } empty) warranty.Report.Fail(empty.At, "no-terms");
        for (var i = 0; i < sound.Count; i++)
        {
            CheckReach(sound[i], sound[..i]);
            CheckEnds(sound[i].Term, sound[i].Fields);
            CheckRepeats(sound[i], sound);
        }
    }

    private static void CheckReach((WarrantyTerm Term, Fields Fields) one, List<(WarrantyTerm Term, Fields Fields)> earlier)
    {
        var (term, fields) = one;
        if (earlier.Exists(e => e.Term.Code == term.Code)) fields.Report.Fail(fields.PlaceOf("term"), "repeated-code", term.Code);
        else if (earlier.Find(e => Reach.Covers(e.Term.Scope, term.Scope)) is { Term: { } first, Fields: var at })
            fields.Report.Fail(fields.At, "unreachable-term", term.Code, first.Code, at.At.Line);
        else if (Reach.CoverTogether([.. earlier.Select(e => e.Term.Scope)], term.Scope))
            fields.Report.Fail(fields.At, "unreachable-together", term.Code);
    }

    // A term has one length. What cuts it short, a later date or use, is marked as such; use by itself needs no mark.
    private static void CheckEnds(WarrantyTerm term, Fields fields)
    {
        if (term.Limits.Length > 0 && term.Limits.All(l => l.IsCap)) fields.Report.Fail(fields.PlaceOf("ends"), "only-caps");
        if (fields["ends"] is not ListNode list) return;
        var lengths = 0;
        foreach (var (limit, node) in term.Limits.Zip(list.Items))
        {
            if (limit.IsCap) continue;
            var beside = limit.Usage is not null ? term.Limits.Any(l => l.Length is not null) : ++lengths > 1;
            if (beside) fields.Report.FailMeaning(node.At, "end-is-cap", LimitPhrase.Write(limit with { IsCap = true }));
        }
    }

    private static void CheckRepeats((WarrantyTerm Term, Fields Fields) one, List<(WarrantyTerm Term, Fields Fields)> all)
    {
        var (term, fields) = one;
        if (term.Scope.Causes.IsEmpty || term.Scope.Causes.Contains(Cause.Quality)) return;
        if (all.Find(o => o.Term.Scope.Causes.IsEmpty && SaysTheSame(o.Term, term)) is { Term: { } same })
            fields.Report.Fail(fields.At, "term-repeats", term.Code, same.Code, string.Join(", ", term.Scope.Causes.Select(Words.Of)));
    }

    private static bool SaysTheSame(WarrantyTerm other, WarrantyTerm term) =>
        Said(other.Limits) == Said(term.Limits) && Said(other.AtLeast) == Said(term.AtLeast)
        && other.Extensions.IsEmpty && term.Extensions.IsEmpty
        && Reach.Covers(other.Scope, term.Scope with { Causes = [] }) && Reach.Covers(term.Scope with { Causes = [] }, other.Scope);

    private static string Said(ImmutableArray<Limit> limits) => string.Join("; ", limits.Select(LimitPhrase.Write));
}
