using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>The three answers, covered, not covered and not determined yet, in words, colour and sign: the same on every page.</summary>
internal static class CoverWords
{
    public static Tone ToneOf(Decision decision) => ToneOf(decision.Covered, decision.Undetermined);

    public static Tone ToneOf(bool covered, bool undetermined) => undetermined ? Tone.Warn : covered ? Tone.Good : Tone.Bad;

    public static string IconOf(Decision decision) =>
        decision.Undetermined ? "shield-question" : decision.Covered ? "shield-check" : "shield-x";

    /// <summary>In a word or two, for a badge.</summary>
    public static string Cover(this Words w, Decision decision) => w.Cover(decision.Covered, decision.Undetermined);

    public static string Cover(this Words w, bool covered, bool undetermined) =>
        w["cover-answer." + (undetermined ? "undetermined" : covered ? "covered" : "not-covered")];

    /// <summary>In a sentence.</summary>
    public static string CoverHeadline(this Words w, Decision decision) => decision.Undetermined
        ? w["decision.undetermined", w.Missing(decision)]
        : (decision.Covered, decision.LastDay) switch
        {
            (true, { } last) => w["decision.covered-until", last],
            (true, null) => w["decision.covered"],
            (false, { } last) => w["decision.not-covered-until", last],
            (false, null) => w["decision.not-covered"],
        };

    /// <summary>Who pays a line and by what: the customer by tariff; open.</summary>
    public static string Borne(this Words w, Line line) =>
        line.Basis is { } basis ? $"{w.Say(line.Payer)}{w["decision.by"]}{w.Say(basis)}" : w.Say(line.Payer);

    /// <summary>What is missing, as a list in words: the acceptance date, the invoice.</summary>
    public static string Missing(this Words w, Decision decision) => string.Join(w["list.and"], Missing(decision).Select(m => w.Say(m)));

    public static ImmutableArray<Word> Missing(Decision decision) =>
        [.. decision.Reasons.Where(r => r.Code is ReasonCode.Missing).Select(r => Missing(r.Detail))];

    public static string Missing(this Words w, Gap gap) => w.Say(Missing(gap.Proof is { } proof ? new Proof(proof) : gap.Fact));

    /// <summary>Why a decision may still change; null: it is not provisional.</summary>
    public static string? Provisional(this Words w, Judged judged) => judged.Decision switch
    {
        { Provisional: false } or { Undetermined: true } => null,
        _ when judged.Facts.Cause is Cause.Unknown => w["decision.provisional-cause"],
        { Covered: true } covered when covered.Reasons.Any(r => r.Code is ReasonCode.Missing) =>
            w["decision.provisional-missing", w.Missing(covered)],
        _ => w["decision.provisional"],
    };

    private static Word Missing(object? missing) =>
        missing is Proof proof ? new("evidence." + proof.Kind, proof.Kind) : new(Kebab.KeyOf((Fact)missing!));
}
