using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Entitlement.Slow;

/// <summary>Warranties that nobody wrote, and units under them: what the language can say of periods and payers, from a seed.</summary>
internal sealed class RandomWarranties(int seed)
{
    private static readonly string[] Dates =
    [
        "ex-factory", "shipped", "delivered", "sold", "invoiced", "received", "commissioned", "accepted", "picked-up", "supplied",
    ];

    private static readonly string[] Proofs = ["invoice", "commissioning", "registration"];
    private static readonly string[] Causes = ["misuse", "wear", "transport", "installation", "human-damage", "wrong-goods"];
    private static readonly string[] Parts = ["shell", "motor", "electrical"];

    private readonly Random random = new(seed);

    public string Charter(string code, string? law = null) => $"""
        charter: {code}
        version: 1
        name: {"{zh: 随机, en: Random}"}
        in-force: 2015-01-01
        {(law is null ? "line: pump" : $"law: {law}")}
        working-time: {"{"}holidays: {Pick("cn, tuesday to saturday", "cn, monday to friday", "none, monday to sunday")}: 08:00-18:00{"}"}
        {(Chance(3) ? "days-off: [2026-03-02 to 2026-04-05]" : "about: {zh: 随, en: R}")}
        warranty:
          terms:
        {string.Concat(Few(0, 2, () => Term($"t{random.Next(1000)}", Scope())))}{Term("goods", "")}
          remedies: repair
        {Rest()}

        """;

    public Facts Facts()
    {
        var on = new DateOnly(2026, 1, 1).AddDays(random.Next(365));
        return new()
        {
            On = on,
            Line = Pick(null, "pump", "phone"),
            Product = new(Maybe(Pick(Enum.GetValues<Source>()), 2), Day(on), Maybe(random.Next(1, 30), 2)),
            ComponentClass = Pick(null, "shell", "motor", "electrical"),
            Component = new(Maybe(Pick(Enum.GetValues<Source>()), 3), Day(on), Maybe(random.Next(1, 30), 3)),
            Dates = new()
            {
                ExFactory = Day(on), Shipped = Day(on), Delivered = Day(on), Sold = Day(on), Invoiced = Day(on), Received = Day(on),
                Commissioned = Day(on), Accepted = Day(on), PickedUp = Day(on), Replaced = Day(on), Exchanged = Day(on),
                PaidRepair = Day(on),
            },
            Evidence = [.. Proofs.Where(_ => Chance(2))],
            Sector = Pick(null, "metro", "water"),
            Party = Maybe(Pick(Enum.GetValues<ContractParty>()), 2),
            ContractMonths = Maybe(random.Next(1, 40), 2),
            StockMonths = Maybe(random.Next(1, 6), 2),
            Member = Maybe(Chance(2), 2),
            Cause = Chance(2) ? Cause.Quality : Pick(Enum.GetValues<Cause>()),
            RepairDays = Chance(2) ? random.Next(60) : 0,
            UsageHours = Maybe(Used(), 2),
            UsageKilometres = Maybe(Used(), 2),
            Voided = Chance(8) ? new(on.AddDays(random.Next(-30, 30)), "seal") : null,
        };
    }

    private string Term(string code, string scope)
    {
        var more = (Chance(3) ? $", at-least: {Least()}" : "")
            + (Chance(3) ? $", extended: {Listed(Few(1, 2, Extension))}" : "")
            + (Chance(4) ? $", also-covers: [{Some(Causes)}]" : "");
        return $"    - {{term: {code}, name: {{zh: 甲, en: A}}{scope}, ends: {(Chance(8) ? "without end" : Ends() + more)}}}\n";
    }

    private string Ends() => Listed(Few(0, 2, () => Chance(3) ? Use("cap ") : "cap " + Length()).Prepend(Chance(8) ? Use("") : Length()));

    private string Least() => $"{random.Next(1, 30)} months from {Pick("paid-repair", "replaced", "exchanged", "sold", From())}";

    private string Length() => $"{Amount()} from {string.Join(" or ", Few(1, 3, From).Distinct())}";

    private string Amount() => random.Next(8) switch
    {
        0 => $"{random.Next(20, 900)} days",
        1 => $"{random.Next(5, 200)} working days",
        2 => "contract months",
        3 => "agreement months",
        4 => "agreement or contract months",
        _ => $"{random.Next(1, 40)} months",
    };

    private string From() => Pick(Chance(8) ? ["replaced", "exchanged"] : Dates) + (Chance(4) ? $" with {Pick(Proofs)} evidence" : "");

    // Often exactly as much as a term allows.
    private int Used() => Chance(2) ? random.Next(1, 4) * 1000 : random.Next(4000);

    private string Use(string cap) => $"{cap}{random.Next(1, 4) * 1000} {Pick("hours", "kilometres")}";

    private string Extension()
    {
        var by = $"{random.Next(1, 30)} {Pick("months", "days", "working days")}";
        return $"{{by: {by}, when: {{{Pick("member: true", "sector: metro", "party: company")}}}, name: {{zh: 延, en: E}}}}";
    }

    private string Scope() => ", for: {" + Pick(
        "member: true", "sector: metro", "party: dealer", $"component: {Pick(Parts)}", "line: phone", "source: [bought-in, private-label]",
        $"cause: {Pick(Causes)}") + "}";

    private string Rest()
    {
        var lines = new List<string>();
        if (Chance(2)) lines.Add($"never-covered: [{{causes: [{Some(Causes)}]{Proof()}}}, {{components: [{Some(Parts)}]{Proof()}}}]");
        if (Chance(2)) lines.Add($"who-pays: {Listed(Few(1, 3, Payer))}");
        if (Chance(2)) lines.Add("repair-days: added");
        if (Chance(3)) lines.Add("last-day-off: moves to the next working day");
        if (Chance(3)) lines.Add("dealer-period: promised months and stock months from picked-up");
        if (Chance(3)) lines.Add($"supplier-term: {{source: own, lasts: {random.Next(1, 30)} months from supplied, pays: parts}}");
        return string.Join('\n', lines.Select(l => "  " + l));
    }

    private string Payer()
    {
        var when = Pick(
            "covered", "in period", "\"in period, other cause\"", "out of period", "\"out of period, quality\"",
            "\"out of period, other cause\"", "not covered", "always");
        var lines = new[] { "parts", "labour", "travel", "freight" }.Where(_ => Chance(2)).DefaultIfEmpty("parts");
        var causes = Chance(3) ? $", causes: [{Some(Causes)}]" : "";
        return $"{{when: {when}{causes}, {string.Join(", ", lines.Select(l => $"{l}: {Money()}"))}}}";
    }

    private string Money() =>
        Pick("free", "cost", "price-list", "tariff", "50 % of price-list", "30 % of tariff", "cost paid by dealer", "tariff paid by maker");

    private string Proof() => Chance(3) ? $", evidence: {Pick(Proofs)}" : "";

    private string Some(string[] words) => string.Join(", ", Few(1, 2, () => Pick(words)).Distinct());

    private IEnumerable<string> Few(int least, int most, Func<string> one) =>
        Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => one());

    private static string Listed(IEnumerable<string> items) => "[" + string.Join(", ", items) + "]";

    private DateOnly? Day(DateOnly on) => Chance(2) ? null : on.AddDays(-random.Next(-30, 1200));

    private T? Maybe<T>(T value, int of) where T : struct => Chance(of) ? value : null;

    private bool Chance(int of) => random.Next(of) == 0;

    private T Pick<T>(params T[] of) => of[random.Next(of.Length)];
}
