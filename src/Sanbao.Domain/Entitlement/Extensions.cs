using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>What lengthens a term for this contract and customer.</summary>
internal static class Extensions
{
    public static Longer Of<W>(ref Looking<W> look, WarrantyTerm term) where W : struct, IWitness
    {
        var longer = default(Longer);
        foreach (var extension in term.Extensions)
        {
            if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.extension-asked", extension.Name, extension.By));
            var fits = (extension.Sectors.IsEmpty || TermFinder.Has(extension.Sectors, look.Sector()))
                && (extension.Party is null || look.Party() == extension.Party)
                && (extension.Member is null || (look.Member() ?? false) == extension.Member);
            if (W.Listens) look.Witness.Say(Phrase.Of(fits ? "entitlement.extension-fits" : "entitlement.extension-does-not-fit"));
            if (W.Listens) look.Witness.Close();
            if (fits) longer.Add(extension.By);
        }
        return longer;
    }
}
