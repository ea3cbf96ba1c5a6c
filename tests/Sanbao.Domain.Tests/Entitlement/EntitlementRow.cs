using System.Globalization;
using System.Text.Json.Nodes;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>One row of an acceptance table: facts as posted to the preview, and what must come out.</summary>
public sealed record EntitlementRow(string Name, JsonObject Request, JsonObject Expect)
{
    public static IEnumerable<EntitlementRow> In(string file) =>
        File.ReadLines(file).Select((line, index) => (Json: JsonNode.Parse(line)!.AsObject(), index)).Select(l => new EntitlementRow(
            (string?)l.Json["row"] ?? FormattableString.Invariant($"line {l.index + 1}: {l.Json["request"]!["charter"]}"),
            l.Json["request"]!.AsObject(), l.Json["expect"]!.AsObject()));

    public override string ToString() => Name;

    public Charter Charter => CharterLibrary.Shipped.InForce((string)Request["charter"]!, Facts.On)!;

    public Facts Facts => new()
    {
        On = Day(Request["on"])!.Value,
        Line = (string?)Request["product"]?["line"],
        Model = (string?)Request["product"]?["model"],
        Product = GoodsOf(Request["product"]),
        ComponentClass = (string?)Request["component"]?["class"],
        Component = GoodsOf(Request["component"]),
        Dates = DatesOf(Request["dates"]),
        Evidence = [.. Request["evidence"]?.AsArray().Select(e => (string)e!) ?? []],
        Sector = (string?)Request["contract"]?["sector"],
        Party = Named<ContractParty>(Request["contract"]?["party"]),
        ContractMonths = (int?)Request["contract"]?["months"],
        StockMonths = (int?)Request["contract"]?["stockMonths"],
        Member = (bool?)Request["customer"]?["member"],
        Cause = Named<Cause>(Request["fault"]?["cause"]) ?? Cause.Unknown,
        Batch = (bool?)Request["fault"]?["batch"] ?? false,
        FailedRepairs = (int?)Request["history"]?["failedRepairs"] ?? 0,
        SameFaultRepairs = (int?)Request["history"]?["sameFaultRepairs"],
        RepairDays = (int?)Request["history"]?["repairDays"] ?? 0,
        PartsMissingDays = (int?)Request["history"]?["partsMissingDays"] ?? 0,
        RepairOverdueDays = (int?)Request["history"]?["repairOverdueDays"] ?? 0,
        UsageHours = (int?)Request["usage"]?["hours"],
        UsageKilometres = (int?)Request["usage"]?["kilometres"],
        UsageCycles = (int?)Request["usage"]?["cycles"],
        Price = (decimal?)Request["price"] is { } yuan ? Money.Yuan(yuan) : null,
        Wanted = Named<Remedy>(Request["wanted"]),
        Voided = Request["voided"] is { } voided ? new(Day(voided["from"])!.Value, (string?)voided["reason"] ?? "") : null,
    };

    public void ShouldComeOut(Decision decision)
    {
        foreach (var (key, expected) in Expect) Check(decision, key, expected);
    }

    private void Check(Decision decision, string key, JsonNode? expected)
    {
        object? actual = key switch
        {
            "covered" => decision.Covered,
            "undetermined" => decision.Undetermined,
            "missing" => string.Join(", ", decision.Reasons.Where(r => r.Code is ReasonCode.Missing).Select(r => Detail(r.Detail))),
            "provisional" => decision.Provisional,
            "paidService" => decision.PaidService,
            "lastDay" => Text(decision.LastDay),
            "partsUntil" => Text(decision.PartsUntil),
            "exchangeFee" => decision.ExchangeFee?.InYuan,
            "refund" => decision.Refund?.InYuan,
            "firstRemedy" => Kebab(decision.Remedies[0]),
            "remedies" => string.Join(", ", decision.Remedies.Select(r => Kebab(r))),
            "remediesContain" => decision.Remedies.Select(r => Kebab(r)).FirstOrDefault(r => r == (string?)expected),
            "lines" or "reasons" => null,
            _ => throw new InvalidDataException($"{Name}: nothing is known of '{key}'"),
        };
        if (key == "lines") CheckLines(decision, expected!.AsObject());
        else if (key == "reasons") CheckReasons(decision, expected!.AsObject());
        else Text(actual).ShouldBe(Text(Plain(expected)), $"{Name}: {key}");
    }

    private void CheckLines(Decision decision, JsonObject expected)
    {
        foreach (var (kind, line) in expected)
        {
            var actual = decision.Lines.Single(l => Kebab(l.Kind) == kind);
            if (line!["payer"] is { } payer) Kebab(actual.Payer).ShouldBe((string?)payer, $"{Name}: {kind}");
            if (line["basis"] is { } basis) Kebab(actual.Basis!).ShouldBe((string?)basis, $"{Name}: {kind}");
            if (line["share"] is { } share) actual.Share.ShouldBe((decimal)share, $"{Name}: {kind}");
        }
    }

    private void CheckReasons(Decision decision, JsonObject expected)
    {
        foreach (var (code, detail) in expected)
        {
            var reason = decision.Reasons.Where(r => Kebab(r.Code) == code).ShouldHaveSingleItem($"{Name}: {code}");
            if (detail is not null) Text(Detail(reason.Detail)).ShouldBe(Text(Plain(detail)), Name);
        }
    }

    /// <summary>As the interface writes the detail of a reason.</summary>
    private static object? Detail(object? detail) => detail switch
    {
        Enum value => Kebab(value),
        Proof proof => proof.Kind,
        Usage usage => string.Create(CultureInfo.InvariantCulture, $"{usage.Amount} {Kebab(usage.Kind)}"),
        _ => detail,
    };

    private static Goods GoodsOf(JsonNode? goods) => goods is null
        ? Goods.Unknown
        : new Goods(Named<Source>(goods["source"]), Day(goods["supplied"]), (int?)goods["agreementMonths"]);

    private static UnitDates DatesOf(JsonNode? dates) => new()
    {
        ExFactory = Day(dates?["exFactory"]), Delivered = Day(dates?["delivered"]), Sold = Day(dates?["sold"]),
        Invoiced = Day(dates?["invoiced"]), Received = Day(dates?["received"]), Commissioned = Day(dates?["commissioned"]),
        Accepted = Day(dates?["accepted"]), PickedUp = Day(dates?["pickedUp"]), Exchanged = Day(dates?["exchanged"]),
        Shipped = Day(dates?["shipped"]), Replaced = Day(dates?["replaced"]), PaidRepair = Day(dates?["paidRepair"]),
    };

    private static DateOnly? Day(JsonNode? node) =>
        node is null ? null : DateOnly.ParseExact((string)node!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T? Named<T>(JsonNode? node) where T : struct, Enum =>
        node is null ? null : Enum.GetValues<T>().Single(v => Kebab(v) == (string?)node);

    private static string? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonArray array => string.Join(", ", array.Select(a => (string)a!)),
        _ => node.GetValue<object>().ToString(),
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        string text when decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) =>
            number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)?.ToLowerInvariant(),
    };

    private static string Kebab(Enum value) =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
