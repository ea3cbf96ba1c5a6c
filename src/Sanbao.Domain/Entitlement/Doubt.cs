using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>What hangs on what is missing: the answer both ways, and what each missing fact would have to be.</summary>
/// <param name="IfCovered">The decision if the period turns out to run.</param>
/// <param name="IfNot">The decision if it turns out to be over.</param>
public sealed record Doubt(Decision IfCovered, Decision IfNot, ImmutableArray<Gap> Gaps)
{
    /// <summary>Null where nothing is missing that would decide.</summary>
    public static Doubt? Of(Charter charter, Facts facts, Decision decision)
    {
        if (!decision.Undetermined) return null;
        var (covered, not) = EntitlementEngine.Weigh(charter, facts);
        var missing = decision.Reasons.Where(r => r.Code is ReasonCode.Missing).Select(r => r.Detail).ToArray();
        var proven = facts with { Evidence = facts.Evidence.AddRange(missing.OfType<Proof>().Select(p => p.Kind)) };
        return new(covered, not, [.. missing.Select(m => m is Proof proof
            ? new Gap(Fact.Evidence, proof.Kind, null)
            : new Gap((Fact)m!, null, CoveredFrom(charter, proven, (Fact)m!)))]);
    }

    /// <summary>The earliest day for a missing date with which the fault is covered; a later one only lengthens the period.</summary>
    private static DateOnly? CoveredFrom(Charter charter, Facts facts, Fact date)
    {
        var (no, yes) = (NoDate.Earliest.DayNumber, facts.On.DayNumber);
        if (!Covers(yes) || Covers(no)) return null;
        while (yes - no > 1)
        {
            var middle = (no + yes) / 2;
            if (Covers(middle)) yes = middle;
            else no = middle;
        }
        return DateOnly.FromDayNumber(yes);

        bool Covers(int day) =>
            facts.WithDate(date, DateOnly.FromDayNumber(day)) is { } known && EntitlementEngine.Judge(charter, known).Covered;
    }
}

/// <summary>One fact that is missing.</summary>
/// <param name="Proof">The kind of proof, where <paramref name="Fact"/> is <see cref="Entitlement.Fact.Evidence"/>; else null.</param>
/// <param name="CoveredFrom">Of a date: with this day or a later one the fault is covered. Null: it is no date, or depends on more.</param>
public sealed record Gap(Fact Fact, string? Proof, DateOnly? CoveredFrom);
