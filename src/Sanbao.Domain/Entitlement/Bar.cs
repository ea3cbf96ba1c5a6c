using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>What speaks against cover besides time: the cause, the component, a void warranty.</summary>
internal struct Bar
{
    /// <summary>The cause that is not covered; null: it is.</summary>
    public Cause? Cause;
    /// <summary>The component class that is never covered; null: it may be.</summary>
    public string? Component;
    public string? Voided;
    public Cause JudgedAs;
    /// <summary>The proof of an exclusion that is not there yet, so that the exclusion does not count; null: none is wanting.</summary>
    public string? Unproven;
    /// <summary>The name the charter gives to the exclusion; null: none.</summary>
    public Bilingual? Name;

    public readonly bool Bars => Cause is not null || Component is not null || Voided is not null;
}

/// <summary>Finds the bar.</summary>
internal static class BarFinder
{
    public static void Find<W>(ref Looking<W> look, ref Bar bar, WarrantyPolicy policy, WarrantyTerm? term) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.cause-asked"));
        if (look.Voided() is { } voided && look.On() >= voided.From) bar.Voided = voided.Reason;
        bar.JudgedAs = look.Cause();
        if (!IsQuality(term, bar.JudgedAs)) bar.Cause = bar.JudgedAs;
        foreach (var exclusion in policy.Exclusions) Exclude(ref look, ref bar, exclusion);
        if (W.Listens) look.Witness.Say(Outcome(bar));
        if (W.Listens) look.Witness.Close();
    }

    /// <summary>An exclusion that wants a proof counts once the proof is there; until then it is as if there were none,
    /// provisionally.</summary>
    private static void Exclude<W>(ref Looking<W> look, ref Bar bar, Exclusion exclusion) where W : struct, IWitness
    {
        var component = exclusion.Components.IsEmpty ? null : look.ComponentClass();
        var byComponent = TermFinder.Has(exclusion.Components, component);
        var byCause = TermFinder.Has(exclusion.Causes, bar.JudgedAs);
        if (!byComponent && !byCause) return;
        if (exclusion.Evidence is { } proof && !look.HasEvidence(proof))
        {
            bar.Unproven = proof;
            return;
        }
        if (byComponent) bar.Component = component;
        if (byCause) bar.Cause = bar.JudgedAs;
        bar.Name = exclusion.Name;
    }

    /// <summary>Quality, and unknown as quality, and what the term covers by name; one made for certain causes covers exactly those (S0: in
    /// transit).</summary>
    private static bool IsQuality(WarrantyTerm? term, Cause cause) =>
        term is { Scope.Causes.IsEmpty: false }
            ? TermFinder.Has(term.Scope.Causes, cause)
            : cause is Cause.Quality or Cause.Unknown || term is not null && TermFinder.Has(term.AlsoCovers, cause);

    private static Phrase Outcome(in Bar bar) =>
        bar.Voided is { } reason ? Phrase.Of("entitlement.voided", reason)
        : bar.Component is { } component ? Phrase.Of("entitlement.component-excluded", new Word("component-class." + component, component))
        : bar.Cause is { } cause ? Phrase.Of(bar.Name is null ? "entitlement.cause-not-quality" : "entitlement.cause-excluded", cause)
        : bar.Unproven is { } proof ? Phrase.Of("entitlement.exclusion-unproven", new Word("evidence." + proof, proof))
        : Phrase.Of(bar.JudgedAs is Charters.Cause.Unknown ? "entitlement.cause-provisional" : "entitlement.cause-covered");
}
