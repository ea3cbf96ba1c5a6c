using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>A decision as the interface answers it (api.md), said in both languages.</summary>
internal sealed record DecisionAnswer(
    bool Covered, DateOnly? LastDay, string? Term, string Charter, int Version, bool Provisional,
    ImmutableArray<Remedy> Remedies, bool PaidService, ImmutableArray<Line> Lines, Money? ExchangeFee, Money? Refund,
    DateOnly? PartsUntil, ImmutableArray<DecisionAnswer.ReasonAnswer> Reasons, ExplanationAnswer? Explanation)
{
    public sealed record ReasonAnswer(ReasonCode Code, string? Detail, string Zh, string En);

    public static DecisionAnswer Of(Decision decision, Explanation? explanation) => new(
        decision.Covered, decision.LastDay, decision.Term?.Zh, decision.CharterCode, decision.CharterVersion, decision.Provisional,
        decision.Remedies, decision.PaidService, decision.Lines, decision.ExchangeFee, decision.Refund, decision.PartsUntil,
        [.. decision.Reasons.Select(Of)], explanation is null ? null : ExplanationAnswer.Of(explanation));

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

    private static object Shown(ReasonCode code, object detail) =>
        code == ReasonCode.ExcludedComponent ? new Word("component-class." + detail, detail.ToString())
        : code == ReasonCode.NoEvidence ? new Word("evidence." + detail, detail.ToString())
        : detail;
}
