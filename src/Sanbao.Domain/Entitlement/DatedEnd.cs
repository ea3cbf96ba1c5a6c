using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>What the facts make of one limit that is counted in time.</summary>
internal struct DatedEnd
{
    /// <summary>The last day, inclusive; null where its start or its length is not known.</summary>
    public DateOnly? LastDay;
    /// <summary>The length, without what lengthens it; null where the paper that should note it does not.</summary>
    public Span? Length;
    /// <summary>Evidence for want of which an earlier start did not count; null: none.</summary>
    public string? MissingEvidence;

    /// <param name="longer">What lengthens it; none for windows and minimums.</param>
    public static DatedEnd Of<W>(ref Looking<W> look, Limit limit, Charter under, in Longer longer = default) where W : struct, IWitness
    {
        var end = default(DatedEnd);
        if (limit.Length is not { } length) return end;
        if (W.Listens) look.Witness.Open(Phrase.Of(limit.IsCap ? "entitlement.cap" : "entitlement.limit", length));
        end.Length = LengthOf(ref look, length);
        if (end.Length is not { } span) { if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.length-not-noted")); }
        else if (look.FirstKnown(limit.Starts.AsSpan(), out var from, out end.MissingEvidence) is { } first)
        {
            end.LastDay = longer.LastDayFrom(first, span, under.Calendar);
            if (W.Listens)
                look.Witness.Say(
                Phrase.Of(longer.GoesBeyond(span)
                ? "entitlement.limit-ends-longer" : "entitlement.limit-ends", from, first, longer.Own(span), end.LastDay));
        }
        else if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.limit-unknown"));
        if (W.Listens) look.Witness.Close();
        return end;
    }

    internal static Span? LengthOf<W>(ref Looking<W> look, Length length) where W : struct, IWitness
    {
        var months = length.From switch
        {
            LengthFrom.Fixed => null,
            LengthFrom.ContractMonths => look.ContractMonths(),
            LengthFrom.AgreementMonths => look.AgreementMonths(),
            LengthFrom.AgreementOrContractMonths => look.AgreementMonths() ?? look.ContractMonths(),
        };
        return length.From == LengthFrom.Fixed ? length.Span : months is { } noted ? Span.Months(noted) : null;
    }
}
