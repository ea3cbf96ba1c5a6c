using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters;

/// <summary>One row of the who-pays matrix: a situation, and the cause by which its cells are looked up.</summary>
/// <param name="Named">The row is for this cause alone; else for all causes that no rule names.</param>
internal sealed record PayerRow(Situation Situation, Cause Cause, bool Named);

/// <summary>The who-pays matrix in words.</summary>
internal static class PayerWords
{
    /// <summary>
    /// The situations, and a row of its own for each cause that pays otherwise than the rest of its situation. Where no component is
    /// excluded, none lies excluded inside the period.
    /// </summary>
    public static IEnumerable<PayerRow> PayerRows(this WarrantyPolicy policy) =>
        from situation in Enum.GetValues<Situation>()
        where situation is not Situation.InPeriodExcluded || policy.Exclusions.Any(e => !e.Components.IsEmpty)
        from cause in CausesOf(policy, situation).Select(c => (Cause?)c).Prepend(null)
        select new PayerRow(situation, cause ?? Usual(policy, situation), cause is not null);

    public static string Say(this Words w, PayerRow row) =>
        row.Named ? $"{w.Say(row.Situation)} · {w.Say(row.Cause)}" : w.Say(row.Situation);

    /// <summary>Free; by tariff; half of the price list; by whom, where it is not the customer.</summary>
    public static string Say(this Words w, Share share)
    {
        if (share.Basis == Basis.Free) return w.Say(share.Basis);
        var much = share.CustomerShare is > 0 and < 1
            ? w["charter.part-of", w.Say(share.Basis), new Percent(share.CustomerShare)] : w.Say(share.Basis);
        return share.Payer is Payer.Customer or Payer.Company ? much : w["charter.paid-by", much, w.Say(share.Payer)];
    }

    /// <summary>One cell of the matrix, for a cause of that situation.</summary>
    public static Share ShareOf(this WarrantyPolicy policy, Situation situation, Cause cause, LineKind line) =>
        policy.Payers.FirstOrDefault(r =>
            r.Situations.Contains(situation) && (r.Causes.IsEmpty || r.Causes.Contains(cause)) && r.Lines.ContainsKey(line))
            ?.Lines[line] ?? (situation == Situation.Covered ? new(Payer.Company, Basis.Free, 0m) : new(Payer.Customer, Basis.Tariff, 1m));

    private static IEnumerable<Cause> CausesOf(WarrantyPolicy policy, Situation situation) => IsQuality(situation)
        ? []
        : policy.Payers.Where(r => r.Situations.Contains(situation)).SelectMany(r => r.Causes).Distinct()
            .Where(c =>
                LineKinds.OfService.Any(k => policy.ShareOf(situation, c, k) != policy.ShareOf(situation, Usual(policy, situation), k)));

    /// <summary>A cause that no rule of that situation names.</summary>
    private static Cause Usual(WarrantyPolicy policy, Situation situation) => IsQuality(situation)
        ? Cause.Quality
        : Enum.GetValues<Cause>().First(c =>
            c is not (Cause.Unknown or Cause.Quality) && !policy.Payers.Any(r => r.Situations.Contains(situation) && r.Causes.Contains(c)));

    private static bool IsQuality(Situation situation) =>
        situation is Situation.Covered or Situation.InPeriodExcluded or Situation.OutOfPeriodQuality;
}
