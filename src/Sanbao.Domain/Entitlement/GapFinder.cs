using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Entitlement;

/// <summary>
/// Where no end of a term can be told: what is missing for one. A proof is missing only where the period that it would prove still runs; a
/// date that need not have happened (an exchange) only where nothing else could begin the period. Nothing missing: there is no term.
/// </summary>
internal static class GapFinder
{
    public static void Find<W>(ref Looking<W> look, ref TermEnd end, Charter under, WarrantyTerm term) where W : struct, IWitness
    {
        // Months that the contract does not note are an answer, not a gap; the least may still want its date.
        if (end.Kind is EndKind.Unknown)
        {
            foreach (var limit in term.Limits)
                if (limit.Usage is { Kind: var use }) { if (look.Used(use) is null) end.Gaps.Add(use.AsFact()); }
                else Of(ref look, ref end.Gaps, under, limit, end.PromisedLonger, least: false);
        }
        foreach (var limit in term.AtLeast) Of(ref look, ref end.Gaps, under, limit, default, least: true);
        end.Kind = end.Gaps.IsNone ? EndKind.None : EndKind.Unknown;
        end.Unread = null;
    }

    private static void Of<W>(
        ref Looking<W> look, ref Gaps gaps, Charter under, Limit limit, in Longer longer, bool least) where W : struct, IWitness
    {
        if (DatedEnd.LengthOf(ref look, limit.Length!.Value) is not { } length) return;
        foreach (var start in limit.Starts)
        {
            var proof = start.Evidence is { } kind && !look.HasEvidence(kind) ? kind : null;
            if (look.Date(start.Date) is { } day)
            {
                if (proof is null) return;
                var last = TermClock.Lengthened(under, TermClock.RepairDays(ref look, under),
                    longer.LastDayFrom(day, length, under.Calendar));
                if (look.On() <= last) gaps.Add(proof);
            }
            else if (!start.Date.MayNeverHappen() || !least && limit.Starts.Length == 1)
            {
                gaps.Add(start.Date.AsFact());
                if (proof is not null && !limit.Starts.Contains(new Start(start.Date, null))) gaps.Add(proof);
            }
        }
    }
}
