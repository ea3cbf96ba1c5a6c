using System.Collections.Immutable;
using Sanbao.Charters.Phrases;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Sections;

/// <summary>Reads the remedies due as of right.</summary>
internal static class RightSection
{
    public static ImmutableArray<RemedyRight> ReadAll(Fields warranty)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        return warranty.Maps("rights", WarrantyFormat.Right, fields =>
        {
            var right = Read(fields);
            if (right.Code.Length > 0 && !codes.Add(right.Code)) fields.Report.Fail(fields.PlaceOf("right"), "repeated-code", right.Code);
            return right;
        });
    }

    private static RemedyRight Read(Fields fields)
    {
        var right = new RemedyRight
        {
            Code = fields.Name("right") ?? "",
            Ground = RightGround.EarlyFailure,
            Remedies = fields.WordsOf<Remedy>("gives"),
            Reference = fields.Plain("reference", 300),
        };
        right = ReadWhen(fields, right);
        right = fields.Phrase("within", s => RightPhrase.ReadWithin(s, right)) ?? right;
        right = fields.Phrase("after", s => RightPhrase.ReadAfter(s, right)) ?? right;
        if (fields.Sound && !fields.Has("after") && !fields.Has("within") && !fields.Has("when"))
            fields.Report.Fail(fields.At, "right-unconditional", right.Code);
        return fields.WordOf<RightGround>("reason") is { } reason ? right with { Ground = reason } : right;
    }

    // Whether a fault is one of a batch is found out late; a right for those that are not would be lost by finding out.
    private static bool Batch(Fields when, bool said)
    {
        if (!said) when.Report.Fail(when.PlaceOf("batch"), "batch-false");
        return said;
    }

    // Under which reason a right is told follows from what it asks, unless the charter says otherwise.
    private static RemedyRight ReadWhen(Fields fields, RemedyRight right)
    {
        if (fields.Inner("when", WarrantyFormat.RightCase) is not { } when) return right;
        var causes = when.WordsOf<Cause>("cause");
        var batch = when.YesNo("batch") is { } said && Batch(when, said);
        return right with
        {
            Causes = causes,
            Batch = batch,
            Ground = batch ? RightGround.BatchDefect
                : causes.Contains(Cause.Transport) ? RightGround.TransportDamage
                : causes.Contains(Cause.WrongGoods) ? RightGround.WrongGoods
                : right.Ground,
        };
    }
}
