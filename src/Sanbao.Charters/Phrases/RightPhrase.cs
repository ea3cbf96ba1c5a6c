using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Phrases;

/// <summary>
/// After what a remedy is due: <c>2 failed repairs</c> (<c>of the same fault</c>), <c>parts missing for more than 90 days</c>,
/// <c>a repair of more than 30 days by the repairer's fault</c>; and within what: <c>7 working days of delivered</c>.
/// </summary>
internal static class RightPhrase
{
    private static readonly string Days = Pattern.Then(Pattern.Number, "days?");

    public static string AfterPattern { get; } = Pattern.Whole(
        Pattern.Then(Pattern.Number, "failed", "repairs?") + $"(\\s+{Pattern.Said("of the same fault")})?",
        Pattern.Then(Pattern.Said("parts missing for more than"), Days),
        Pattern.Then(Pattern.Said("a repair of more than"), Days, Pattern.Said("by the repairer's fault")));

    public static string WithinPattern { get; } = Pattern.Whole(Pattern.Then(SpanPhrase.Pattern, "of", SpanPhrase.StartsPattern));

    public static string ReportedPattern { get; } = Pattern.Whole(
        Pattern.Then(SpanPhrase.Pattern, "of", Pattern.OneOf<EventKind>()) + $"(\\s*,\\s*or\\s+mode\\s+{Pattern.OneOf<ServiceMode>()})?");

    public static RemedyRight ReadAfter(Sentence s, RemedyRight right)
    {
        if (s.Take("parts"))
        {
            s.Expect("missing", "for", "more", "than");
            right = right with { PartsMissingOver = ReadDays(s), Ground = RightGround.PartsMissing };
        }
        else if (s.Take("a"))
        {
            s.Expect("repair", "of", "more", "than");
            right = right with { RepairOver = ReadDays(s), Ground = RightGround.RepairTooLong };
            s.Expect("by", "the", "repairer's", "fault");
        }
        else
        {
            right = right with { FailedRepairs = s.Number(100), Ground = RightGround.RepeatedRepair };
            s.Expect("failed");
            s.ExpectOne("repairs", "repair");
            if (!s.AtEnd)
            {
                s.Expect("of", "the", "same", "fault");
                right = right with { SameFault = true };
            }
        }
        s.End();
        return right;
    }

    public static RemedyRight ReadWithin(Sentence s, RemedyRight right)
    {
        var span = SpanPhrase.Read(s);
        s.Expect("of");
        var starts = SpanPhrase.ReadStarts(s);
        s.End();
        return right with { Within = span, Starts = starts };
    }

    /// <summary>The phrase of <c>after</c>; null where the right has none.</summary>
    public static string? WriteAfter(RemedyRight right) =>
        right.FailedRepairs is { } repairs ? SpanPhrase.Count(repairs, "failed repair") + (right.SameFault ? " of the same fault" : "")
        : right.PartsMissingOver is { } missing ? $"parts missing for more than {SpanPhrase.Count(missing, "day")}"
        : right.RepairOver is { } days ? $"a repair of more than {SpanPhrase.Count(days, "day")} by the repairer's fault"
        : null;

    /// <summary>The phrase of <c>within</c>; null where the right has none.</summary>
    public static string? WriteWithin(RemedyRight right) =>
        right.Within is { } span ? $"{SpanPhrase.Write(span)} of {SpanPhrase.Write(right.Starts)}" : null;

    /// <summary><c>7 working days of delivered</c>, <c>7 working days of delivered, or mode exchange</c>.</summary>
    public static ReportedWithin? ReadReported(Sentence s)
    {
        var span = SpanPhrase.Read(s);
        s.Expect("of");
        var of = s.Expect<EventKind>();
        ServiceMode? mode = null;
        if (s.Take(","))
        {
            s.Expect("or", "mode");
            mode = s.Expect<ServiceMode>();
        }
        s.End();
        return s.Failed ? null : new ReportedWithin(span, of, mode);
    }

    public static string Write(ReportedWithin within) =>
        $"{SpanPhrase.Write(within.Span)} of {Words.Of(within.Of)}" + (within.OrMode is { } mode ? $", or mode {Words.Of(mode)}" : "");

    private static int ReadDays(Sentence s)
    {
        var days = s.Number(SpanPhrase.MostDays);
        s.ExpectOne("days", "day");
        return days;
    }
}
