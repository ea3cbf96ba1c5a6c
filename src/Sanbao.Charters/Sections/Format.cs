using Sanbao.Charters.Phrases;
using Sanbao.Domain.Charters;
using static Sanbao.Charters.Sections.Shape;

namespace Sanbao.Charters.Sections;

/// <summary>Every key of the charter format. docs/charters.md explains them with examples.</summary>
internal static class Format
{
    public static readonly Keys Bilingual = new("bilingual",
        new("zh", new Text(1000), "Chinese", true),
        new("en", new Text(1000), "English", true));

    public static readonly Keys Region = new("region",
        new("codes", SomeCodes, "GB/T 2260 codes or beginnings of codes", true),
        new("except", SomeCodes, "Codes that begin so but do not belong to it"));

    public static readonly Keys Closing = new("closing",
        new("category", Some<RequestCategory>(), "Kinds of request; all if left out"),
        new("needs", Some<ClosingNeed>(), "What must have happened before such a request may be closed as solved"),
        new("waives", new Word([Words.Of(ClosingNeed.Outcome)]), "How a fault ended is not asked for, though it is by default"));

    public static readonly Keys Document = new("charter",
        new("charter", new Name(), "Stable code of the charter", true),
        new("version", new Whole(1, 1_000_000), "Counts up from 1; the text of a version never changes", true),
        new("name", Both, "Name of the charter", true),
        new("about", Both, "What it is about, for people who choose one"),
        new("in-force", new Date(), "First day on which this version governs", true),
        new("zone", new Text(60), "Time zone; Asia/Shanghai if left out"),
        new("law", new Name(), "Law under which no decision may fall"),
        new("line", new Name(), "Product line assumed when none is named"),
        new("regions", new Entries(Names.CodePattern, new Either(SomeCodes, new Map(Region))), "Named areas; `city` is the city area"),
        new("working-time", new Entries(Pattern.Whole("holidays", HoursPhrase.DaysPattern), Hours,
                new Key("holidays", new Name(), "Statutory days off and make-up workdays, or `none`")),
            "Days and their hours, and `holidays`; Monday to Friday 08:30-17:30 and the holidays `cn` if left out"),
        new("days-off", new OneOrMore(new Phrase(DaysPhrase.Pattern, "2026-12-31", "2027-02-08 to 2027-02-20")),
            "Days off besides the holidays, both ends included"),
        new("days-worked", new OneOrMore(new Phrase(DaysPhrase.Pattern, "2026-12-26")),
            "Days worked although the week or the holidays have them off"),
        new("own-words", new OneOrMore(new Name()), "Words meant as they are written although they look like known ones, such as rotor"),
        new("warranty", new Map(WarrantyFormat.Warranty), "What is covered, for how long, and who pays", true),
        new("promises", new List(new Map(PromiseFormat.Promise)), "What must follow within a time"),
        new("closing", new List(new Map(Closing)), "What must have happened before a request may be closed"),
        new("ladder", Some<ServiceMode>(), "Ways of service in the order in which they are tried"),
        new("forms", new Entries(Names.CodePattern, new Text(80)), "Codes of printed forms"));

    public static Map Both => new(Bilingual);

    private static OneOrMore SomeCodes => new(new Digits(2, 12));

    private static Phrase Hours => new(HoursPhrase.Pattern, "08:30-12:00, 13:00-17:30", "off", "around the clock");

    public static OneOrMore Some<T>() where T : struct, Enum => new(One<T>());

    public static Word One<T>() where T : struct, Enum => new(Words.All<T>());
}
