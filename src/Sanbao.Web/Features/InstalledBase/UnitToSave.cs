using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>
/// A unit as it is said by the one who saves it, through the page or the API. Product, customer, contract and parent are said as people
/// know them: by model, name, number and serial; a program may give the customer's id instead.
/// </summary>
internal sealed record UnitToSave
{
    public string? Serial { get; init; }
    /// <summary>Model of the product.</summary>
    public string? Product { get; init; }
    public string? Customer { get; init; }
    public Guid? CustomerId { get; init; }
    public Guid? SiteId { get; init; }
    /// <summary>Number of the contract.</summary>
    public string? Contract { get; init; }
    /// <summary>Serial number of the machine or system it belongs to.</summary>
    public string? Parent { get; init; }
    public Guid? DealerId { get; init; }
    public UnitDates? Dates { get; init; }
    public IReadOnlyList<string>? Evidence { get; init; }
    public DateOnly? Supplied { get; init; }
    public int? AgreementMonths { get; init; }
    public Money? Price { get; init; }
    public int? UsageHours { get; init; }
    public int? UsageKilometres { get; init; }
    public int? UsageCycles { get; init; }
    public string? Remark { get; init; }
    /// <summary>With what a new unit begins; null: with the components of its product's bill.</summary>
    public IReadOnlyList<ComponentToSave>? Components { get; init; }
    /// <summary>What was ticked of the bill on the page; null: nothing was shown, and all of it is meant.</summary>
    [JsonIgnore]
    public PickedPieces? Picked { get; init; }
    /// <summary>The version that was looked at; needed to change one.</summary>
    public long? Version { get; init; }

    // More than any machine does in its life; what people type beyond is a slip.
    private const int MostUsage = 100_000_000;

    public static UnitToSave Read(FormReader form, FormState state) => new()
    {
        Serial = form.NeededText("serial", 100), Product = form.NeededText("product", 100), Customer = form.Text("customer"),
        CustomerId = form.Id("customerId"),
        SiteId = form.Id("siteId"), Contract = form.Text("contract", 100), Parent = form.Text("parent", 100),
        DealerId = form.Id("dealerId"), Dates = DatesOf(form),
        Evidence = [.. state.AllTyped("evidence").OfType<string>()], Supplied = form.Date("supplied"),
        AgreementMonths = form.Number("agreementMonths", 0, 600),
        Price = form.Money("price"), UsageHours = form.Number("usageHours", 0, MostUsage),
        UsageKilometres = form.Number("usageKilometres", 0, MostUsage), UsageCycles = form.Number("usageCycles", 0, MostUsage),
        Remark = form.Text("remark", 4000), Picked = PickedPieces.Read(form), Version = form.Number("version"),
    };

    private static UnitDates DatesOf(FormReader form) => new()
    {
        ExFactory = form.Date("exFactory"), Shipped = form.Date("shipped"), Delivered = form.Date("delivered"), Sold = form.Date("sold"),
        Invoiced = form.Date("invoiced"),
        Received = form.Date("received"), PickedUp = form.Date("pickedUp"), Commissioned = form.Date("commissioned"),
        Accepted = form.Date("accepted"),
        Replaced = form.Date("replaced"), Exchanged = form.Date("exchanged"), PaidRepair = form.Date("paidRepair"),
    };
}

/// <summary>Kinds of proof that charters ask for; others that a charter of this company names are kept as they come.</summary>
internal static class Proofs
{
    public static ImmutableArray<string> Usual { get; } = ["commissioning", "acceptance", "invoice", "certificate", "photo"];
}
