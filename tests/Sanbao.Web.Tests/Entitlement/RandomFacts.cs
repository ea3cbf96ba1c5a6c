using System.Globalization;
using System.Text.Json.Nodes;

namespace Sanbao.Web.Tests.Entitlement;

/// <summary>Facts that nobody noted, as they are posted to the preview: any shipped charter, any of what may be known of a unit.</summary>
internal sealed class RandomFacts(int seed)
{
    public static readonly string[] Dates =
    [
        "exFactory", "shipped", "delivered", "sold", "invoiced", "received", "commissioned", "accepted", "pickedUp", "replaced",
        "exchanged", "paidRepair",
    ];

    private static readonly string[] Evidence = ["commissioning", "invoice", "acceptance"];

    private readonly Random random = new(seed);

    public JsonObject Next()
    {
        var on = new DateOnly(2025, 1, 1).AddDays(random.Next(500));
        return new()
        {
            ["charter"] = $"S{random.Next(12)}",
            ["on"] = Text(on),
            ["product"] = new JsonObject { ["line"] = Pick("pump", "phone", null), ["source"] = Source(), ["agreementMonths"] = Months() },
            ["component"] = new JsonObject { ["class"] = Pick("structure", "electrical", "shell", null), ["source"] = Source() },
            ["dates"] = DatesBefore(on),
            ["evidence"] = new JsonArray([.. Evidence.Where(_ => Chance(2)).Select(e => JsonValue.Create(e))]),
            ["contract"] = new JsonObject
            {
                ["sector"] = Pick("metro", "water", null), ["party"] = Pick("company", "dealer", null),
                ["months"] = Months(), ["stockMonths"] = Months(),
            },
            ["customer"] = new JsonObject { ["member"] = Chance(2) },
            ["fault"] = new JsonObject { ["cause"] = Pick("quality", "quality", "unknown", "misuse", "transport", "human-damage") },
            ["history"] = new JsonObject { ["failedRepairs"] = random.Next(4), ["repairDays"] = random.Next(40) },
            ["usage"] = new JsonObject { ["hours"] = Chance(2) ? random.Next(5000) : null },
            ["price"] = Chance(2) ? (decimal)random.Next(1, 100_000) : null,
            ["wanted"] = Pick("repair", "exchange", "refund", null),
        };
    }

    // In the order of a unit's life, none later than the next.
    private JsonObject DatesBefore(DateOnly on)
    {
        var (dates, day) = (new JsonObject(), on.AddDays(-random.Next(1500)));
        foreach (var name in Dates)
        {
            if (Chance(2) && day <= on) dates[name] = Text(day);
            day = day.AddDays(random.Next(40));
        }
        return dates;
    }

    private string? Source() => Pick("own", "user-designated", "private-label", "bought-in", null, null);

    private int? Months() => Chance(2) ? random.Next(1, 40) : null;

    private bool Chance(int of) => random.Next(of) == 0;

    private string? Pick(params string?[] of) => of[random.Next(of.Length)];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
