using System.Text.Json;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>The fields of what is missing: named alike wherever they are filled in.</summary>
internal static class MissingToSave
{
    // More than any machine does in its life; what people type beyond is a slip.
    private const int MostUsage = 100_000_000;

    /// <param name="within">What stands before the names on a page that has other fields, too.</param>
    public static MissingFacts Read(FormReader form, FormState state, string within = "") => new()
    {
        Dates = new()
        {
            ExFactory = form.Date(within + "exFactory"), Shipped = form.Date(within + "shipped"),
            Delivered = form.Date(within + "delivered"), Sold = form.Date(within + "sold"), Invoiced = form.Date(within + "invoiced"),
            Received = form.Date(within + "received"), Commissioned = form.Date(within + "commissioned"),
            Accepted = form.Date(within + "accepted"), PickedUp = form.Date(within + "pickedUp"),
            Replaced = form.Date(within + "replaced"), Exchanged = form.Date(within + "exchanged"),
            PaidRepair = form.Date(within + "paidRepair"),
        },
        Evidence = [.. state.AllTyped(within + "evidence").OfType<string>()],
        Supplied = form.Date(within + "supplied"), ComponentSupplied = form.Date(within + "componentSupplied"),
        ComponentId = form.Id(within + "componentId"),
        UsageHours = form.Number(within + "usageHours", 0, MostUsage),
        UsageKilometres = form.Number(within + "usageKilometres", 0, MostUsage),
        UsageCycles = form.Number(within + "usageCycles", 0, MostUsage),
    };

    /// <summary>What was typed, as gaps to be filled in again.</summary>
    public static IReadOnlyList<Gap> Typed(FormState state, string within = "") =>
    [
        .. Enum.GetValues<Fact>().Where(f => f is not Fact.Evidence && !string.IsNullOrEmpty(state.Typed(within + NameOf(f))))
            .Select(f => new Gap(f, null, null)),
        .. state.AllTyped(within + "evidence").OfType<string>().Select(kind => new Gap(Fact.Evidence, kind, null)),
    ];

    /// <summary>The field in which a missing fact is filled in.</summary>
    public static string FieldOf(Gap gap, Facts facts) => gap.Fact switch
    {
        Fact.Evidence => "evidence",
        Fact.Supplied when facts.Component.Source is not null => "componentSupplied",
        var other => NameOf(other),
    };

    private static string NameOf(Fact fact) => JsonNamingPolicy.CamelCase.ConvertName(fact.ToString());
}
