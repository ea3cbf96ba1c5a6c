using System.Collections.Immutable;
using Sanbao.Charters.Phrases;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Sections;

/// <summary>Reads who pays what, and finds rules that never come to apply.</summary>
internal static class PayerSection
{
    private static readonly (LineKind Kind, string Key)[] Lines =
        [.. LineKinds.OfService.Select(k => (k, Words.Of(k)))];

    public static ImmutableArray<PayerRule> ReadAll(Fields warranty)
    {
        var earlier = new List<PayerRule>();
        return warranty.Maps("who-pays", WarrantyFormat.Payer, fields =>
        {
            var rule = new PayerRule(
                fields.Phrase("when", SituationPhrase.Read) is { IsDefault: false } read ? read : [],
                fields.WordsOf<Cause>("causes"), ReadLines(fields));
            if (!fields.Sound) return rule;
            Check(fields, rule, earlier);
            earlier.Add(rule);
            return rule;
        });
    }

    private static ImmutableDictionary<LineKind, Share> ReadLines(Fields fields)
    {
        var lines = ImmutableDictionary.CreateBuilder<LineKind, Share>();
        foreach (var (kind, key) in Lines)
            if (fields.Phrase(key, MoneyPhrase.ReadShare) is { } share) lines[kind] = share;
        return lines.ToImmutable();
    }

    private static void Check(Fields fields, PayerRule rule, List<PayerRule> earlier)
    {
        if (!Lines.Any(l => fields.Has(l.Key))) fields.Report.Fail(fields.At, "payer-empty");
        var cells = rule.Situations.SelectMany(s => rule.Lines.Keys.Select(l => (s, l))).ToArray();
        if (cells.Length > 0 && cells.All(c => earlier.Exists(e => Takes(e, c.s, c.l, rule.Causes))))
            fields.Report.Fail(fields.At, "unreachable-payer");
    }

    private static bool Takes(PayerRule earlier, Situation situation, LineKind line, ImmutableArray<Cause> causes) =>
        earlier.Situations.Contains(situation) && earlier.Lines.ContainsKey(line)
        && (earlier.Causes.IsEmpty || (!causes.IsEmpty && causes.All(earlier.Causes.Contains)));
}
