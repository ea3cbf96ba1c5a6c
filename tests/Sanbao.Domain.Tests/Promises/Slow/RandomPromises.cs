using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Case = Sanbao.Domain.Promises.Case;

namespace Sanbao.Domain.Tests.Promises.Slow;

/// <summary>
/// Charters that nobody wrote, and cases under them: everything that the language of promises can say, thrown together from a seed.
/// </summary>
internal sealed class RandomPromises
{
    private static readonly string[] Zones =
    [
        "Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Havana", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Beirut",
        "America/Santiago",
    ];

    // Around these days clocks change somewhere, or China has its holidays.
    private static readonly string[] Anchors =
    [
        "2026-10-25", "2026-11-01", "2026-10-29", "2026-10-04", "2026-09-06", "2026-03-29", "2026-03-08", "2026-04-24", "2026-10-01",
        "2026-02-16",
    ];

    private static readonly string[] Hours =
    [
        "08:30-17:30", "08:00-12:00, 13:00-17:00", "around the clock", "01:30-02:30, 02:30-03:30", "00:00-02:00, 22:00-24:00",
        "23:30-24:00", "00:30-01:30, 02:15-03:00",
    ];

    private static readonly string[] Starts = ["reported", "planned", "agreed", "sold", "delivered", "accepted", "received"];
    private static readonly string[] Ends = ["replied", "solved", "arrived", "called", "inspected", "closed", "shipped"];
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly ImmutableDictionary<string, int> None = ImmutableDictionary<string, int>.Empty;

    private readonly Random random;

    public RandomPromises(int seed)
    {
        random = new(seed);
        Anchor = DateTimeOffset.Parse(Pick(Anchors) + "T00:00:00Z", CultureInfo.InvariantCulture);
    }

    /// <summary>The middle of what happens.</summary>
    public DateTimeOffset Anchor { get; }

    public string Charter(string code)
    {
        var promises = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(Enum.GetValues<PromiseCode>())).Distinct().ToList();
        return $"""
            charter: {code}
            version: 1
            name: {"{zh: 随机, en: Random}"}
            in-force: 2015-01-01
            zone: {Pick(Zones)}
            regions: {"{city: [3205, 110105], county: {codes: [32], except: [3205]}, far: [65]}"}
            {WorkingTime()}
            {(Chance(3) ? "days-off: [2026-10-27, 2026-02-27 to 2026-03-02]" : "about: {zh: 随, en: R}")}
            warranty:
              terms: [{"{term: goods, name: {zh: 整机, en: Goods}, ends: without end}"}]
              remedies: repair
            promises:
            {string.Join("\n", promises.Select(p => Promise(p, promises)))}

            """;
    }

    public Case Case() => new()
    {
        Category = Pick(Enum.GetValues<RequestCategory>()[..3]),
        Mode = Chance(3) ? null : Pick(Enum.GetValues<ServiceMode>()),
        Channel = Chance(4) ? null : Pick(Enum.GetValues<Channel>()[..3]),
        RegionCode = Pick<string?>(null, "320505", "321100", "110105", "650100"),
        Zone = Chance(3) ? Pick(Enum.GetValues<Zone>()) : null,
        Priority = Pick(Enum.GetValues<Priority>()),
        Special = Chance(4),
        Contract = Chance(2) ? None.Add("responseDays", random.Next(0, 6)) : None,
    };

    /// <summary>Around the anchor, at whole minutes; some twice, in no order.</summary>
    public CaseEvent[] Events()
    {
        var events = Enumerable.Range(0, random.Next(1, 9)).Select(_ => new CaseEvent(Pick(Kinds), Instant(8))).ToList();
        events.Add(new(EventKind.Reported, Instant(4)));
        for (var n = random.Next(0, 6); n > 0; n--)
            events.Add(new(Pick(EventKind.Paused, EventKind.Resumed), Instant(9), Pick(Enum.GetValues<PauseParty>()[..3])));
        if (Chance(4)) events.Add(events[0]);
        return [.. events.OrderBy(_ => random.Next())];
    }

    /// <summary>Something that ends a promise, or the beginning of a pause, at that very instant.</summary>
    public CaseEvent At(DateTimeOffset instant) =>
        Chance(4) ? new(EventKind.Paused, instant, Pick(Enum.GetValues<PauseParty>()[..3])) : new(Word<EventKind>(Pick(Ends)), instant);

    private static EventKind[] Kinds => [.. Starts.Concat(Ends).Append("appointed").Append("document-due").Select(Word<EventKind>)];

    /// <summary>An instant within so many days of the anchor.</summary>
    public DateTimeOffset Instant(int days) => Anchor.AddMinutes(random.Next(-days * 1440, days * 1440));

    public bool Chance(int of) => random.Next(of) == 0;

    private string WorkingTime()
    {
        if (Chance(3)) return "line: pump";
        var days = Chance(2) ? ["monday to friday"] : Days.Where(_ => Chance(2)).DefaultIfEmpty("sunday").ToArray();
        return $"working-time:\n  holidays: {Pick("cn", "none")}\n" + string.Join('\n', days.Select(d => $"  {d}: {Pick(Hours)}"));
    }

    private string Promise(PromiseCode code, List<PromiseCode> all)
    {
        var other = Pick(all.ToArray());
        var times = Enumerable.Range(0, random.Next(1, 4)).Select(i => (When: Scope(), Time: Time(code, other))).ToList();
        var due = times.Count == 1 ? times[0].Time
            : Listed(times.Select((t, i) => i == times.Count - 1 && Chance(2) ? t.Time : $"{{when: {t.When}, within: {t.Time}}}"));
        return $"  - promise: {Kebab(code)}\n    name: {{zh: 甲, en: A}}\n"
            + (Chance(2) ? $"    for: {Scope()}\n" : "")
            + $"    due: {due}\n"
            + (Chance(4) ? $"    until: {random.Next(1, 15)} {Pick("days", "working days")} after {Pick(Starts)}\n" : "")
            + $"    met-by: {Some(Ends)}\n"
            + (Chance(2) ? $"    cancelled-by: {Some(Ends)}\n" : "")
            + (Chance(2) ? $"    paused-by: {Some("customer", "company", "maker")}\n" : "");
    }

    private string Time(PromiseCode code, PromiseCode other) => random.Next(12) switch
    {
        0 => $"every {random.Next(1, 14)} month{(Chance(2) ? "s" : "")} from {Or(Starts)}",
        1 => $"every year by {random.Next(1, 13):00}-{random.Next(1, 29):00} and 10-31 from {Or(Starts)}",
        2 => $"every month by the {Pick("1st", "15th", "31st")} from {Or(Starts)}",
        3 when other != code => $"when {Kebab(other)} is missed",
        4 => "by document-due",
        5 => $"{Amount()} before {Pick("", "the last of ")}appointed",
        6 => $"{Amount()} after the last of {Or(Starts)}",
        7 => $"contract responseDays {Pick("working days", "days", "working minutes")} after reported",
        _ => $"{Amount()} after {Or(Starts)}",
    };

    private string Amount() => random.Next(6) switch
    {
        0 => $"{random.Next(1, 3000)} minutes",
        1 => $"{random.Next(1, 100)} hours",
        2 => $"{random.Next(1, 120)} working minutes",
        3 => $"{random.Next(1, 10)} working days",
        4 => $"{random.Next(1, 15)} days",
        _ => $"{random.Next(1, 3)} months",
    };

    private string Scope()
    {
        var asked = new[]
        {
            "category: fault", "mode: [on-site, not-chosen]", "mode: exchange", "channel: [phone, letter]", "zone: city",
            "zone: [county, other]",
            "region: far", "region: [city, county]", "priority: [urgent, high]", "special: true", "special: false",
            "reported-within: \"5 working days of delivered, or mode exchange\"", "reported-within: 6 days of accepted",
        };
        var some = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pick(asked)).DistinctBy(a => a.Split(':')[0]);
        return "{" + string.Join(", ", some) + "}";
    }

    private string Some(params string[] words) => Listed(Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pick(words)).Distinct());

    private static string Listed(IEnumerable<string> items) => "[" + string.Join(", ", items) + "]";

    private string Or(string[] words) =>
        string.Join(" or ", Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pick(words)).Distinct());

    private T Pick<T>(params T[] of) => of[random.Next(of.Length)];

    private static T Word<T>(string word) where T : struct, Enum =>
        Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static string Kebab(PromiseCode code) => Words.Of(code);
}
