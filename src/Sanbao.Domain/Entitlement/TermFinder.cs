using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Finds the term that governs: the first of the charter whose scope fits the facts.</summary>
internal static class TermFinder
{
    public static WarrantyTerm? Find<W>(ref Looking<W> look, WarrantyPolicy policy) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.terms-asked"));
        var term = FirstFit(ref look, policy);
        if (W.Listens)
            look.Witness.Say(term is null ? Phrase.Of("entitlement.no-term-fits") : Phrase.Of("entitlement.term-governs", term.Name));
        if (W.Listens) look.Witness.Close();
        return term;
    }

    private static WarrantyTerm? FirstFit<W>(ref Looking<W> look, WarrantyPolicy policy) where W : struct, IWitness
    {
        foreach (var term in policy.Terms)
        {
            if (Fits(ref look, term.Scope)) return term;
            if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.term-does-not-fit", term.Name));
        }
        return null;
    }

    private static bool Fits<W>(ref Looking<W> look, TermScope scope) where W : struct, IWitness =>
        (scope.Causes.IsEmpty || Has(scope.Causes, look.Cause()))
        && (scope.Sources.IsEmpty || Has(scope.Sources, look.Source()))
        && (scope.Components.IsEmpty || Has(scope.Components, look.ComponentClass()))
        && (scope.Lines.IsEmpty || Has(scope.Lines, look.Line()))
        && (scope.Models.IsEmpty || Has(scope.Models, look.Model()))
        && (scope.Sectors.IsEmpty || Has(scope.Sectors, look.Sector()))
        && (scope.Party is null || look.Party() == scope.Party)
        && (scope.Member is null || (look.Member() ?? false) == scope.Member);

    internal static bool Has<T>(ImmutableArray<T> values, T value)
    {
        foreach (var one in values) if (EqualityComparer<T>.Default.Equals(one, value)) return true;
        return false;
    }

    internal static bool Has(ImmutableArray<string> values, string? value)
    {
        if (value is null) return false;
        foreach (var one in values) if (string.Equals(one, value, StringComparison.Ordinal)) return true;
        return false;
    }
}
