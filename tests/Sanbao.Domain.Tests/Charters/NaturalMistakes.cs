namespace Sanbao.Domain.Tests.Charters;

/// <summary>
/// What people write who know service and not yet the language: the words that they bring along, other units, other turns of phrase, values
/// that do not go together. Each is refused once, at its place (right behind the »); the hint names what they mean.
/// </summary>
internal static class NaturalMistakes
{
    /// <param name="Text">With a » right before the place.</param>
    /// <param name="Hint">What is meant, as the error proposes it; null: there is no one word for it.</param>
    internal sealed record Mistake(string Text, string? Hint);

    public static readonly Mistake[] All =
    [
        .. Ends, .. OtherLimits, .. Due, .. Words, .. Rights, .. Money, .. Heads, .. Meaning,
    ];

    // How long cover lasts.
    private static Mistake[] Ends =>
    [
        Term("ends: cap 120000 »km", "kilometres"),
        Term("ends: [3 years from sold, cap 120000 »km]", "kilometres"),
        Term("ends: [3 years from sold, cap 120000 »kilometers]", "kilometres"),
        Term("ends: [3 years from sold, cap 37000 »miles]", "kilometres"),
        Term("ends: [3 years from sold, cap 2000 »h]", "hours"),
        Term("ends: [3 years from sold, cap 100000 »pages]", "cycles"),
        Term("ends: »lifetime", "without end"),
        Term("ends: »unlimited", "without end"),
        Term("ends: »forever", "without end"),
        Term("ends: »2.5 years from sold", "30 months"),
        Term("ends: »two years from sold", "2 years"),
        Term("ends: »24months from sold", "24 months"),
        Term("ends: »0 months from sold", null),
        Term("ends: »-12 months from sold", null),
        Term("ends: 12 months from »purchase", "sold"),
        Term("ends: 12 months from »purchased", "sold"),
        Term("ends: 12 months from »installed", "commissioned"),
        Term("ends: 12 months from »installation", "commissioned"),
        Term("ends: 12 months from »manufactured", "ex-factory"),
        Term("ends: 12 months from »production", "ex-factory"),
        Term("ends: 12 months from »delivery", "delivered"),
        Term("ends: 12 months from »handover", "accepted"),
        Term("ends: 12 months from »repaired", "paid-repair"),
        Term("ends: 12 months from »replacement", "replaced"),
        Term("ends: 12 months »after sold", "from"),
        Term("ends: 12 months »since sold", "from"),
        Term("ends: 12 »mths from sold", "months"),
        Term("ends: 1 »yr from sold", "years"),
        Term("ends: 7 »business days from sold", "working"),
        Term("ends: 12 months from sold »and invoiced", null),
        Term("ends: »within 12 months of sold", "12 months"),
        Term("ends: 12 months from sold », 24 months from shipped", null),
        Term("ends: 12 months from invoiced with an »invoice", null),
        Term("ends: contract »period from sold", "months"),
        Term("ends: [12 months from sold, »18 months from ex-factory]", "cap 18 months from ex-factory"),
        Term("ends: [24 months from sold, »2000 hours]", "cap 2000 hours"),
    ];

    private static Mistake[] OtherLimits =>
    [
        Term("ends: 24 months from sold\nat-least: »cap 12 months from sold", null),
        Term("ends: 24 months from sold\nat-least: »500 hours", null),
        Warranty("supplier-term: {source: bought-in, lasts: cap »2000 hours, pays: parts}", null),
        Warranty("supplier-term: {source: bought-in, lasts: »2000 hours, pays: parts}", null),
        Warranty("parts-available: »cap 15 years from sold", null),
        Warranty("parts-available: »20000 hours", null),
        Warranty("parts-available: »lifetime", null),
        Term("ends: without end\nextended:\n  - {by: »half a year, when: {member: true}, name: {zh: 甲, en: A}}", "6 months"),
    ];

    // By when something follows.
    private static Mistake[] Due =>
    [
        Promise("due: »within 24 hours", "24 hours"),
        Promise("due: »within 24 hours after reported", "24 hours"),
        Promise("due: »next business day", "1 working day"),
        Promise("due: »half an hour after reported", "30 minutes"),
        Promise("due: »1.5 hours after reported", "90 minutes"),
        Promise("due: »daily", null),
        Promise("due: »monthly", "every 1 month"),
        Promise("due: every »day from reported", null),
        Promise("due: every 2 »weeks from reported", null),
        Promise("due: every »quarter from accepted", "3 months"),
        Promise("due: every »year from accepted", "12 months"),
        Promise("due: every »month from accepted", "1 month"),
        Promise("due: every 2 »years from accepted", "24 months"),
        Promise("due: 4 »business hours after reported", "working"),
        Promise("due: 4 »h after reported", "hours"),
        Promise("due: »48h after reported", "48 hours"),
        Promise("due: 30 »mins after reported", "minutes"),
        Promise("due: 2 hours »from reported", "after"),
        Promise("due: 2 hours »of reported", "after"),
        Promise("due: 2 hours after »report", "reported"),
        Promise("due: 2 hours after »call", "reported"),
        Promise("due: 2 hours after »ticket", "reported"),
        Promise("due: 2 hours after »fixed", "solved"),
        Promise("due: 2 hours after »visit", "arrived"),
        Promise("due: »immediately", null),
        Promise("due: every month by »15 from sold", "the 15th"),
        Promise("due: every year by »May from sold", null),
        Promise("due: when »repair is missed", "solution"),
        Promise("due: contract hours »after reported", null),
    ];

    // Words of closed and open lists.
    private static Mistake[] Words =>
    [
        Promise("for: {priority: »P1}\ndue: 2 hours after reported", "urgent"),
        Promise("for: {priority: »critical}\ndue: 2 hours after reported", "urgent"),
        Promise("for: {priority: »medium}\ndue: 2 hours after reported", "normal"),
        Promise("for: {mode: »onsite}\ndue: 2 hours after reported", "on-site"),
        Promise("for: {channel: »telephone}\ndue: 2 hours after reported", "phone"),
        Promise("for: {zone: »rural}\ndue: 2 hours after reported", "county"),
        Promise("for: {category: »repair}\ndue: 2 hours after reported", "fault"),
        new(Sample.Promise("due: 2 hours after reported\nmet-by: »fixed"), "solved"),
        new(Sample.Promise("due: 2 hours after reported\nmet-by: replied\npaused-by: »user"), "customer"),
        new(Sample.Good
            + "promises:\n  - promise: »response\n    name: {zh: 答复, en: Reply}\n    due: 2 hours after reported\n    met-by: replied\n",
            "reply"),
        Warranty("never-covered:\n  - causes: »abuse", "misuse"),
        Warranty("never-covered:\n  - causes: »accident", "human-damage"),
        Term("ends: without end\nfor: {component: »strucure}", "structure"),
        Term("ends: without end\nfor: {line: »pumps}", "pump"),
        Term("ends: without end\nfor: {line: »fans}", "fan"),
        Term("ends: without end\nfor: {party: »distributor}", "dealer"),
        new(Sample.Good.Replace("remedies: repair", "remedies: [repair, »replacement]"), "exchange"),
    ];

    private static Mistake[] Rights =>
    [
        Warranty("rights:\n  - {right: r, gives: exchange, after: a repair of more than 30 days»}", null),
        Warranty("rights:\n  - {right: r, gives: exchange, after: 2 failed repairs »or 30 days}", null),
        Warranty("rights:\n  - {right: r, gives: exchange, after: »two failed repairs}", "2 failed repairs"),
        Warranty("rights:\n  - {right: r, gives: exchange, within: 7 days »from delivered}", "of"),
        Warranty("rights:\n  - {right: r, gives: exchange, when: {batch: »false}}", null),
        Warranty("rights:\n  - {right: r, gives: »[], after: 2 failed repairs}", null),
    ];

    private static Mistake[] Money =>
    [
        Warranty("who-pays:\n  - {when: in »warranty, parts: free}", "period"),
        Warranty("who-pays:\n  - {when: covered, parts: »none}", "free"),
        Warranty("who-pays:\n  - {when: out of period, parts: 50 »percent of cost}", "%"),
        Warranty("who-pays:\n  - {when: out of period, parts: cost paid by »manufacturer}", "maker"),
        Warranty("who-pays:\n  - {when: covered, »labor: free}", "labour"),
    ];

    private static Mistake[] Heads =>
    [
        new(Sample.Good + "zone: »China\n", "Asia/Shanghai"),
        new(Sample.Good + "»timezone: Asia/Shanghai\n", "zone"),
        new(Sample.Good + "»description: {zh: 试, en: T}\n", "about"),
        new(Sample.Good + "»holidays: cn\n", "working-time"),
        new(Sample.Good.Replace("en: Test}", "en: Airend, »assured}"), null),
        new(Sample.Good.Replace("in-force: 2026-01-01", "in-force: »01.05.2026"), null),
        new(Sample.Good.Replace("version: 1", "version: »1.0"), null),
        new(Sample.Good + "working-time: »{holidays: none}\n", null),
        new(Sample.Good + "working-time: {»weekdays: 08:30-17:30}\n", "monday to friday"),
        new(Sample.Good + "working-time: {monday: »8:30-17:30}\n", "08:30-17:30"),
        new(Sample.Good + "days-off: »25 December\n", null),
        new(Sample.Good + "regions: {city: [»Suzhou]}\n", null),
        new(Sample.Good.Replace("remedies: repair", "remedies: »[]"), null),
        new(Sample.Promise("due: 2 hours after reported\nmet-by: »[]"), null),
        new(Sample.Good.Replace("ends: 12 months", "»duration: 12 months"), "ends"),
    ];

    // Well written, and yet it cannot be meant.
    private static Mistake[] Meaning =>
    [
        Promise("due:\n  - »{when: {zone: city}, within: 2 hours after reported}", null),
        new(Sample.Promise("due: 2 hours after reported\nmet-by: »reported"), null),
        new(Sample.Promise("due: »when solution is missed\nmet-by: replied"), null),
        new(Sample.Head + """
            warranty:
              remedies: repair
              terms:
                - »{term: wrong, name: {zh: 乙, en: B}, for: {cause: wrong-goods}, ends: 12 months from sold}
                - {term: goods, name: {zh: 甲, en: A}, ends: 12 months from sold}

            """, null),
    ];

    private static Mistake Term(string lines, string? hint) => new(Sample.Term(lines), hint);

    private static Mistake Warranty(string lines, string? hint) => new(Sample.InWarranty(lines), hint);

    private static Mistake Promise(string lines, string? hint) => new(Sample.Promise(lines + "\nmet-by: replied"), hint);
}
