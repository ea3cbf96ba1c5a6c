using Sanbao.Data.Search;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Search;

/// <summary>Where a hit leads: to its own page where the site has one, else to its lines in the ledger.</summary>
internal static class SearchLinks
{
    public static string Of(LookupHit hit) => hit.Kind switch
    {
        LookupKind.Equipment => Has("/equipment") ? $"/equipment/{hit.Id}" : Ledger("q", hit.Serial),
        LookupKind.Customer => Has("/customers") ? $"/customers/{hit.Id}" : Ledger("customer", hit.Id.ToString()),
        LookupKind.Product => $"/products/{hit.Id}",
        LookupKind.Contract => Has("/contracts") ? $"/contracts/{hit.Id}"
            : hit.CustomerId is { } customer ? Ledger("customer", customer.ToString()) : Ledger("q", hit.ContractNumber),
    };

    private static bool Has(string path) => Menu.All.Any(i => i.Path == path);

    private static string Ledger(string name, string value) => $"/requests?view=all&{name}={Uri.EscapeDataString(value)}";
}
