using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Customers;

/// <summary>The journal of a customer in words.</summary>
internal static class CustomerTellings
{
    public static readonly Dictionary<string, Telling> All = new()
    {
        ["customer.created"] = new("writing", Title: ["name"]),
        ["customer.changed"] = new("writing", Title: ["name"], Facts: ["changed:changed", "phone"]),
        ["customer.contact-added"] = new("user-plus", Title: ["name"], Facts: ["phone"]),
        ["customer.contact-changed"] = new("writing", Title: ["name"], Facts: ["phone"]),
        ["customer.site-added"] = new("map-pin", Title: ["name"]),
        ["customer.site-changed"] = new("writing", Title: ["name"]),
        ["customer.took-over"] = new("arrow-right", Title: ["name"]),
        ["customer.merged"] = new("arrow-right", Tone.Warn, Title: ["name"]),
        ["customer.merged-on"] = new("arrow-right", Title: ["into"]),
    };
}
