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
    /// <summary>The cause is not known and judged as quality, or it is alleged and the proof that the charter asks for is not there.</summary>
    public bool Provisional;
    /// <summary>The proof of an exclusion that is not there yet; null: none is wanting.</summary>
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
        var cause = look.Cause();
        if (!Covers(term, cause)) bar.Cause = cause;
        foreach (var exclusion in policy.Exclusions) Exclude(ref look, ref bar, exclusion, cause);
        (bar.JudgedAs, bar.Provisional) = (cause, cause == Cause.Unknown || bar.Unproven is not null);
        if (W.Listens) look.Witness.Say(Outcome(bar));
        if (W.Listens) look.Witness.Close();
    }

    private static void Exclude<W>(ref Looking<W> look, ref Bar bar, Exclusion exclusion, Cause cause) where W : struct, IWitness
    {
        var component = exclusion.Components.IsEmpty ? null : look.ComponentClass();
        var byComponent = TermFinder.Has(exclusion.Components, component);
        if (!byComponent && !TermFinder.Has(exclusion.Causes, cause)) return;
        if (exclusion.Evidence is { } proof && !look.HasEvidence(proof)) bar.Unproven = proof;
        if (byComponent) bar.Component = component;
        else bar.Cause = cause;
        bar.Name = exclusion.Name;
    }

    /// <summary>Quality, and unknown as quality; a term made for certain causes covers exactly those (S0: in transit).</summary>
    private static bool Covers(WarrantyTerm? term, Cause cause) =>
        term is { Scope.Causes.IsEmpty: false }
            ? TermFinder.Has(term.Scope.Causes, cause)
            : cause is Cause.Quality or Cause.Unknown || term is not null && TermFinder.Has(term.AlsoCovers, cause);

    private static Phrase Outcome(in Bar bar) =>
        bar.Voided is { } reason ? Phrase.Of("entitlement.voided", reason)
        : bar.Component is { } component ? Phrase.Of("entitlement.component-excluded", new Word("component-class." + component, component))
        : bar.Cause is { } cause ? Phrase.Of(bar.Unproven is not null ? "entitlement.cause-unproven" : bar.Name is null ? "entitlement.cause-not-quality" : "entitlement.cause-excluded", cause)
        : Phrase.Of(bar.Provisional ? "entitlement.cause-provisional" : "entitlement.cause-covered");
}
