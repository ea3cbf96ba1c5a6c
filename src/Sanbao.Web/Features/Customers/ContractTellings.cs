using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Customers;

/// <summary>The journal of a contract in words, and what a merge of customers tells the company's.</summary>
internal static class ContractTellings
{
    public static readonly Dictionary<string, Telling> All = new()
    {
        ["contract.created"] = new("writing"),
        ["contract.changed"] = new("writing", Facts: ["changed:changed"]),
        ["contract.customer-merged"] = new("arrow-right", Title: ["into"]),
        ["customer.sign-ins-moved"] = new("arrow-right", Title: ["customer", "into", "signIns"]),
    };
}
