using System.Collections.Frozen;

namespace Sanbao.Charters.Errors;

/// <summary>
/// Words that every reader brings along, and ours for them. Several of ours stand for one where it depends on the place: of those that can
/// stand there the first is meant.
/// </summary>
internal static class Brought
{
    private static readonly (string Ours, string Theirs)[] Pairs =
    [
        // Dates and events.
        ("sold invoiced", "purchase purchased bought sale"),
        ("invoiced", "invoice billed"),
        ("commissioned installation", "installed installation install startup start-up putting-into-service"),
        ("ex-factory", "manufactured manufacture manufacturing production produced built made"),
        ("shipped", "shipment dispatched dispatch sent"),
        ("delivered", "delivery"),
        ("accepted document-handed-over", "handover handed-over acceptance"),
        ("received", "receipt"),
        ("picked-up", "pickup collected"),
        ("supplied", "supply"),
        ("paid-repair repaired fault solution", "repaired repair"),
        ("replaced exchanged exchange", "replacement replace replaced swap swapped"),
        ("solved solution handled repair", "fixed fix resolved resolution cleared completed done finished"),
        ("replied reply", "response responded answered answer reaction"),
        ("reported", "report call ticket opened logged notified notification"),
        ("noticed visit-notice", "notice"),
        ("arrived arrival on-site", "visit visited onsite on-site arrival"),
        ("appointed", "appointment scheduled booked"),
        ("planned", "diagnosed diagnosis analysed found"),
        ("loaner-lent loaner", "loan loaned lent stand-in"),
        ("recovered old-part-returned", "returned"),
        ("closed", "cancelled canceled withdrawn"),
        ("paused", "waiting stopped"),
        ("inspection inspected", "maintenance maintained service serviced"),
        ("follow-up called", "callback called-back"),
        // Units.
        ("kilometres", "km kms kilometer kilometers kilometre mile miles"),
        ("hours", "h hr hrs"),
        ("minutes", "min mins"),
        ("days", "d"),
        ("weeks", "w wk wks"),
        ("months", "mo mth mths period"),
        ("years", "y yr yrs"),
        ("cycles", "pages prints starts times tb terabytes"),
        ("working", "business workday workdays"),
        ("%", "percent pct per-cent"),
        ("12 months", "year yearly"),
        ("1 month", "month"),
        ("3 months", "quarter"),
        // Little words.
        ("from", "after since of beginning starting"),
        ("after", "from of since following"),
        ("of", "from after since"),
        // Closed lists.
        ("urgent", "p1 s1 sev1 severity-1 critical emergency top"),
        ("high", "p2 s2 sev2 major"),
        ("normal", "p3 s3 sev3 medium standard default"),
        ("low", "p4 s4 sev4 minor"),
        ("quality", "defect defective material workmanship"),
        ("misuse", "abuse neglect negligence overload"),
        ("human-damage", "accident damage drop dropped user-damage"),
        ("natural-disaster", "flood lightning earthquake storm"),
        ("force-majeure", "act-of-god war"),
        ("opened", "tampering tampered modified disassembled"),
        ("wear", "worn ageing aging"),
        ("transport", "transit in-transit shipping-damage"),
        ("environment", "damp corrosion"),
        ("refund", "money-back reimbursement return"),
        ("exchange", "new-unit"),
        ("price-list", "list list-price"),
        ("tariff", "charged chargeable fee rates"),
        ("free", "none nothing included zero gratis"),
        ("maker", "manufacturer vendor supplier factory"),
        ("dealer", "distributor retailer reseller seller"),
        ("company", "us we ourselves"),
        ("customer", "user buyer client owner"),
        ("phone", "telephone remote hotline"),
        ("on-site", "field site"),
        ("return", "mail-in carry-in depot"),
        ("email", "mail e-mail"),
        ("web", "website online portal app"),
        ("city", "town urban downtown"),
        ("county", "rural countryside"),
        ("other", "elsewhere outside"),
        ("bought-in", "oem third-party outsourced"),
        ("metro", "subway underground"),
        ("period", "warranty guarantee"),
        ("cn", "china chinese prc"),
        ("monday to friday", "weekdays workdays week"),
        ("Asia/Shanghai", "china beijing shanghai prc utc+8"),
        ("Europe/Berlin", "germany berlin cet"),
        // Keys.
        ("about", "description summary text"),
        ("name", "title label"),
        ("charter term promise right key", "id code"),
        ("zone", "timezone time-zone"),
        ("in-force", "valid-from effective effective-from start"),
        ("working-time", "holidays hours calendar working-hours business-hours"),
        ("never-covered", "exclusions excluded not-covered exceptions"),
        ("ends lasts", "duration length period expires lasts"),
        ("at-least", "minimum least"),
        ("extended", "extension extensions"),
        ("for when", "scope applies-to condition conditions if"),
        ("due", "deadline time target sla within"),
        ("met-by", "done-by fulfilled-by kept-by met"),
        ("cancelled-by", "cancel cancelled"),
        ("paused-by", "pause paused stopped-by on-hold"),
        ("who-pays", "payers pays costs cost responsible"),
        ("remedies", "remedy"),
        ("gives", "grants remedies remedy"),
        ("labour", "labor work"),
        ("freight", "shipping carriage postage"),
        ("regions", "areas area districts"),
        ("components", "parts component"),
        ("until", "end ends expires"),
    ];

    private static readonly FrozenDictionary<string, string[]> ByTheirs = Pairs
        .SelectMany(p => p.Theirs.Split(' ').Select(theirs => (theirs, p.Ours)))
        .GroupBy(p => p.theirs)
        .ToFrozenDictionary(g => g.Key, g => g.SelectMany(p => Ours(p.Ours)).ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the words that can stand here the one that is meant; null where nobody brings this word along for any of them.</summary>
    public static string? Meant(string word, IReadOnlyCollection<string> here) =>
        ByTheirs.TryGetValue(word, out var ours) ? ours.FirstOrDefault(here.Contains) : null;

    // What counts is one word though it is written in two: 12 months, monday to friday.
    private static string[] Ours(string ours) =>
        char.IsAsciiDigit(ours[0]) || ours.Contains(" to ", StringComparison.Ordinal) ? [ours] : ours.Split(' ');
}
