using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Entitlement.Slow;

/// <summary>
/// Charter and law together, as the handbook says it: what helps the customer more holds, and the dealer pays before the maker.
/// </summary>
internal static class SlowDecision
{
    private static readonly LineKind[] Lines = [LineKind.Parts, LineKind.Labour, LineKind.Travel, LineKind.Freight];

    public static Answer Of(Charter charter, Facts facts)
    {
        var own = new SlowTerms(charter, facts);
        var law = charter.Law is { } statute ? new SlowTerms(statute, facts) : null;
        var covered = own.Covered || law is { Covered: true };
        if (!covered && (own.Undetermined || law is { Undetermined: true }))
            return new(false, true, null, Said(l => Answer.Said(l, Payer.Open, null, null)));
        return new(covered, false, LastDay(own, law), Said(l => Line(own, law, l, covered)));
    }

    private static string Said(Func<LineKind, string> line) => string.Join("; ", Lines.Select(line));

    // The later day that gives cover; of two that give none, of the one that is not barred, or the later.
    private static DateOnly? LastDay(SlowTerms own, SlowTerms? law)
    {
        if (law is not { Term: not null, Known: true }) return own.LastDay;
        if (own.Covered != law.Covered) return own.Covered ? own.LastDay : law.LastDay;
        if (own.Barred != law.Barred) return own.Barred ? law.LastDay : own.LastDay;
        if (!own.Known) return law.LastDay;
        if (own.Holds != law.Holds) return own.Holds ? own.LastDay : law.LastDay;
        // Inside, without a last day is the longest; over by use, on which day is not known.
        return own.Holds && (own.LastDay is null || law.LastDay is null) ? null
            : own.LastDay is null ? null
            : law.LastDay > own.LastDay ? law.LastDay : own.LastDay;
    }

    private static string Line(SlowTerms own, SlowTerms? law, LineKind line, bool covered)
    {
        var share = own.Pays(line, own.InPeriod || law is { InPeriod: true });
        if (law?.Pays(line, law.InPeriod) is { } floor && floor.CustomerShare < share.CustomerShare) share = floor;
        var payer = share.Payer;
        if (covered && payer is Payer.Company && own.DealerPeriodIsOver()) payer = Payer.Dealer;
        if (covered && payer is Payer.Company && own.SupplierPays(line)) payer = Payer.Maker;
        return Answer.Said(line, payer, share.Basis, share.CustomerShare);
    }
}
