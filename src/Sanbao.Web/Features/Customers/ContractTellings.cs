using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Customers;

/// <summary>The journal of a contract in words.</summary>
internal static class ContractTellings
{
    public static readonly Dictionary<string, Telling> All = new()
    {
        ["contract.created"] = new("writing"),
        ["contract.changed"] = new("writing"),
        ["contract.annex-added"] = new("paperclip", Title: ["name"]),
        ["contract.annex-removed"] = new("unlink", Tone.Warn, "reason", ["name"]),
    };
}
