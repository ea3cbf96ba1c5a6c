using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>A decision as the interface answers it, said in both languages.</summary>
internal sealed record DecisionAnswer(
    bool Covered, bool Undetermined, DateOnly? LastDay, string? Term, string Charter, int Version, bool Provisional,
    ImmutableArray<Remedy> Remedies, bool PaidService, ImmutableArray<Line> Lines, Money? ExchangeFee, Money? Refund,
    DateOnly? PartsUntil, ImmutableArray<DecisionAnswer.ReasonAnswer> Reasons, DecisionAnswer.DoubtAnswer? Doubt,
        ExplanationAnswer? Explanation)
{
    public sealed record ReasonAnswer(ReasonCode Code, string? Detail, string Zh, string En);

    /// <summary>What hangs on what is missing, where it is not determined whether the fault is covered.</summary>
    public sealed record DoubtAnswer(ImmutableArray<GapAnswer> Missing, WayAnswer IfCovered, WayAnswer IfNot);

    /// <param name="CoveredFrom">Of a date: with this day or a later one it is covered; null: it is no date.</param>
    public sealed record GapAnswer(string Fact, DateOnly? CoveredFrom);

    public sealed record WayAnswer(ImmutableArray<Remedy> Remedies, ImmutableArray<Line> Lines);

    public static DecisionAnswer Of(Judged judged)
    {
        var decision = judged.Decision;
        return new(
            decision.Covered, decision.Undetermined, decision.LastDay, decision.Term?.Zh, decision.CharterCode, decision.CharterVersion,
                decision.Provisional,
            decision.Remedies, decision.PaidService, decision.Lines, decision.ExchangeFee, decision.Refund, decision.PartsUntil,
            [.. decision.Reasons.Select(Of)], judged.Doubt is { } doubt ? Of(doubt) : null, ExplanationAnswer.Of(judged.Explanation));
    }

    private static DoubtAnswer Of(Doubt doubt) => new(
        [.. doubt.Gaps.Select(g => new GapAnswer(g.Proof ?? Kebab.Of(g.Fact), g.CoveredFrom))], Way(doubt.IfCovered), Way(doubt.IfNot));

    private static WayAnswer Way(Decision decision) => new(decision.Remedies, decision.Lines);

    private static ReasonAnswer Of(Reason reason)
    {
        var phrase = ReasonPhrase.Of(reason);
        return new(reason.Code, DetailOf(reason.Detail), BothWords.Zh.Say(phrase), BothWords.En.Say(phrase));
    }

    private static string? DetailOf(object? detail) => detail switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum value => Kebab.Of(value),
        Proof proof => proof.Kind,
        Span span => BothWords.En.Say(span),
        Usage usage => $"{usage.Amount.ToString(CultureInfo.InvariantCulture)} {Kebab.Of(usage.Kind)}",
        _ => Convert.ToString(detail, CultureInfo.InvariantCulture),
    };
}

/// <summary>The interface says reasons in both languages at once, whatever the caller's.</summary>
internal static class BothWords
{
    public static Words Zh { get; } = Words.Of(Language.Chinese);
    public static Words En { get; } = Words.Of(Language.English);
}

/// <summary>One step of an explanation in both languages, with the steps it rests on.</summary>
internal sealed record ExplanationAnswer(string Zh, string En, ImmutableArray<ExplanationAnswer> Children)
{
    public static ExplanationAnswer Of(Explanation step) =>
        new(BothWords.Zh.Say(step.Says), BothWords.En.Say(step.Says), [.. step.Children.Select(Of)]);
}

/// <summary>The words' code of a reason: its own, or the variant for a reason without a detail.</summary>
internal static class ReasonPhrase
{
    public static Phrase Of(Reason reason)
    {
        var key = "reason." + Kebab.Of(reason.Code);
        return reason.Detail is { } detail
            ? Phrase.Of(key, Shown(reason.Code, detail))
            : Phrase.Of(Dictionary.Entries.ContainsKey(key + ".none") ? key + ".none" : key);
    }

    /// <summary>What is to be said beside the answer: not that it is covered or over, and not once more until when.</summary>
    public static IEnumerable<Phrase> BesideTheAnswer(Decision decision) => decision.Reasons
        .Where(r =>
            r.Code is not (ReasonCode.InPeriod or ReasonCode.PeriodOver) && !(decision.Undetermined && r.Code is ReasonCode.Missing))
        .Select(r => Of(
            Equals(r.Detail, decision.LastDay) && Dictionary.Entries.ContainsKey($"reason.{Kebab.Of(r.Code)}.none")
                ? new Reason(r.Code) : r));

    private static object Shown(ReasonCode code, object detail) => (code, detail) switch
    {
        (ReasonCode.ExcludedComponent, string component) => new Word("component-class." + component, component),
        (ReasonCode.NoEvidence, string proof) => new Word("evidence." + proof, proof),
        (_, Proof proof) => new Word("evidence." + proof.Kind, proof.Kind),
        (ReasonCode.Extension, int months) => Span.Months(months),
        _ => detail,
    };
}
