using System.Collections.Immutable;

namespace Sanbao.Domain.Charters;

/// <summary>
/// The payer rules as one table: for each situation, cause and line who pays. Where no rule speaks: free when covered, else the
/// customer by tariff.
/// </summary>
internal sealed class ShareTable
{
    private static readonly int Causes = Enum.GetValues<Cause>().Length;
    private static readonly int Lines = LineKinds.OfService.Length;
    private static readonly int Situations = Enum.GetValues<Situation>().Length;

    private readonly Share[] shares = new Share[Situations * Causes * Lines];

    public ShareTable(ImmutableArray<PayerRule> rules)
    {
        for (var s = 0; s < Situations; s++)
            for (var c = 0; c < Causes; c++)
                for (var l = 0; l < Lines; l++)
                    shares[Index(s, c, l)] = First(rules, (Situation)s, (Cause)c, (LineKind)l);
    }

    public Share this[Situation situation, Cause cause, LineKind line] => shares[Index((int)situation, (int)cause, (int)line)];

    private static int Index(int situation, int cause, int line) => (situation * Causes + cause) * Lines + line;

    private static Share First(ImmutableArray<PayerRule> rules, Situation situation, Cause cause, LineKind line)
    {
        foreach (var rule in rules)
            if (rule.Situations.Contains(situation) && (rule.Causes.IsEmpty || rule.Causes.Contains(cause))
                && rule.Lines.TryGetValue(line, out var share))
                return share;
        return situation == Situation.Covered ? new(Payer.Company, Basis.Free, 0m) : new(Payer.Customer, Basis.Tariff, 1m);
    }
}
