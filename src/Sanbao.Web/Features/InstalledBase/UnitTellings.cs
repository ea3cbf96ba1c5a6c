using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>The journals of units and products in words.</summary>
internal static class UnitTellings
{
    public static readonly Dictionary<string, Telling> All = new()
    {
        ["equipment.created"] = new("writing", Title: ["serial"]),
        ["equipment.changed"] = new("writing", Title: ["serial"], Facts: ["changed:changed"]),
        ["equipment.moved"] = new("truck"),
        ["equipment.component-added"] = new("components", Title: ["name"], Facts: ["serial"]),
        ["equipment.component-changed"] = new("components", Title: ["name"]),
        ["equipment.voided"] = new("shield-x", Tone.Warn, "reason"),
        ["equipment.customer-merged"] = new("arrow-right"),
        ["product.created"] = new("writing", Title: ["model"]),
        ["product.changed"] = new("writing", Title: ["model"], Facts: ["changed:changed"]),
        ["product.bill-changed"] = new("components", Facts: ["names"]),
    };
}
