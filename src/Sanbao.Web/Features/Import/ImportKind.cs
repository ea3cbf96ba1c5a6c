using System.Collections.Immutable;

namespace Sanbao.Web.Features.Import;

/// <summary>What the lines of a file become.</summary>
public enum ImportKind { Customers, Equipment, Requests }

/// <summary>The fields of each kind, as mappings and messages name them; the needed ones first.</summary>
internal static class ImportFields
{
    public static readonly ImmutableArray<string> Dates =
        ["exFactory", "shipped", "delivered", "sold", "invoiced", "received", "commissioned", "accepted", "pickedUp", "replaced",
            "exchanged", "paidRepair"];

    private static readonly ImmutableArray<string> OfCustomers =
    [
        "name", "phone", "vip", "member", "sector", "remark", "contact", "contactPhone", "contactEmail",
        "contactPosition", "site", "regionCode", "address",
    ];

    private static readonly ImmutableArray<string> OfEquipment =
    [
        "serial", "model", "line", "productName", "source", "customer", "customerPhone", "site", "contract", .. Dates, "evidence", "price",
        "agreementMonths", "supplied", "usageHours", "usageKilometres", "usageCycles", "remark",
    ];

    private static readonly ImmutableArray<string> OfRequests =
    [
        "externalReference", "reportedAt", "occurredOn", "channel", "category", "customer", "customerPhone", "reporter", "reporterPhone",
        "serial", "product", "line", "description", "regionCode", "priority", "outcome", "closedAt", "solution",
    ];

    public static ImmutableArray<string> Of(ImportKind kind) => kind switch
    {
        ImportKind.Customers => OfCustomers,
        ImportKind.Equipment => OfEquipment,
        ImportKind.Requests => OfRequests,
    };

    /// <summary>Without these a mapping cannot work.</summary>
    public static ImmutableArray<string> Needed(ImportKind kind) => kind switch
    {
        ImportKind.Customers => ["name"],
        ImportKind.Equipment => ["serial", "model"],
        ImportKind.Requests => ["externalReference", "reportedAt"],
    };
}

/// <summary>How a request of history ended.</summary>
internal enum Outcome { Open, Solved, NotSolved, Withdrawn, NoFaultFound, NotOurs, Duplicate }
