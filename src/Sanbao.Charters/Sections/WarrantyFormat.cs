using Sanbao.Charters.Phrases;
using Sanbao.Domain.Charters;
using static Sanbao.Charters.Sections.Shape;

namespace Sanbao.Charters.Sections;

/// <summary>The keys of the warranty section.</summary>
internal static class WarrantyFormat
{
    private static readonly Phrase End = new(LimitPhrase.EndPattern,
        "12 months from delivered", "cap 18 months from ex-factory", "contract months from delivered",
        "12 months from commissioned with commissioning evidence", "cap 2000 hours", LimitPhrase.WithoutEnd);

    private static readonly Phrase Time =
        new(LimitPhrase.PeriodPattern, "12 months from delivered", "contract months from delivered", "15 years from sold");

    private static readonly OneOrMore SomeNames = new(new Name());

    public static readonly Keys Scope = new("term-scope",
        new("source", Format.Some<Source>(), "Where the goods come from"),
        new("component", SomeNames, "Classes of the component in question"),
        new("line", SomeNames, "Product lines"),
        new("model", new OneOrMore(new Text(100)), "Models"),
        new("cause", Format.Some<Cause>(), "The causes for which the term was made; it covers exactly these"),
        new("sector", SomeNames, "Sectors of the contract"),
        new("party", Format.One<ContractParty>(), "Who signed with the user"),
        new("member", new YesNo(), "Whether the customer is a member"));

    public static readonly Keys ExtensionCase = new("extension-case",
        new("sector", SomeNames, "Sectors of the contract"),
        new("party", Format.One<ContractParty>(), "Who signed with the user"),
        new("member", new YesNo(), "Whether the customer is a member"));

    public static readonly Keys Extension = new("extension",
        new("by", new Phrase(Pattern.Whole(SpanPhrase.Pattern), "6 months"), "How much longer", true),
        new("when", new Map(ExtensionCase), "For which contracts", true),
        new("name", Format.Both, "Name of the extension", true));

    public static readonly Keys Term = new("term",
        new("term", new Name(), "Code of the term", true),
        new("name", Format.Both, "Name of the term", true),
        new("for", new Map(Scope), "To what it applies; to everything if left out"),
        new("ends", new OneOrMore(End), "With the earliest of these, or `without end`", true),
        new("at-least", new OneOrMore(Time), "But no earlier than the latest of these"),
        new("extended", new List(new Map(Extension)), "What lengthens it"),
        new("also-covers", Format.Some<Cause>(), "Causes covered besides quality"),
        new("reference", new Text(300), "Article or clause"));

    public static readonly Keys Exclusion = new("exclusion",
        new("causes", Format.Some<Cause>(), "Causes"),
        new("components", SomeNames, "Component classes"),
        new("evidence", new Name(), "Counts only once this evidence is there"),
        new("name", Format.Both, "Name of the exclusion"));

    public static readonly Keys RightCase = new("right-case",
        new("cause", Format.Some<Cause>(), "One of these causes"),
        new("batch", new Word(["true"]), "The fault is one of a defective batch"));

    public static readonly Keys Right = new("right",
        new("right", new Name(), "Code of the right", true),
        new("gives", Format.Some<Remedy>(), "Remedies due, the first due first", true),
        new("after", new Phrase(RightPhrase.AfterPattern, "2 failed repairs", "2 failed repairs of the same fault",
            "parts missing for more than 90 days", "a repair of more than 30 days by the repairer's fault"), "What must have happened"),
        new("within", new Phrase(RightPhrase.WithinPattern, "7 working days of delivered"),
            "When the fault must have occurred, last day included"),
        new("when", new Map(RightCase), "For which faults"),
        new("reason", Format.One<RightGround>(), "Under which reason it is told; follows from the condition if left out"),
        new("reference", new Text(300), "Article or clause"));

    public static readonly Keys Payer = new("payer",
        new("when", new Phrase(SituationPhrase.Pattern, "covered", "in period", "in period, other cause", "out of period",
            "out of period, quality",
            "out of period, other cause", "not covered", "always"), "In which situation", true),
        new("causes", Format.Some<Cause>(), "Only for these causes"),
        new("parts", Share, "Who pays the parts"),
        new("labour", Share, "Who pays the labour"),
        new("travel", Share, "Who pays the travel"),
        new("freight", Share, "Who pays the freight"));

    public static readonly Keys Refund = new("depreciated-refund",
        new("per-day-of-use", new Entries(Names.CodePattern, new Phrase(MoneyPhrase.PercentPattern, "0.25 %")),
            "Rate of the price by product line", true),
        new("since", new Phrase(Pattern.Whole(SpanPhrase.StartsPattern), "invoiced or sold"), "From which date use is counted", true),
        new("reference", new Text(300), "Article or clause"));

    public static readonly Keys Supplier = new("supplier-term",
        new("source", Format.Some<Source>(), "Goods of these sources", true),
        new("lasts", Time, "The supplier's term", true),
        new("pays", Format.Some<LineKind>(), "What the maker pays inside it", true));

    public static readonly Keys Warranty = new("warranty",
        new("terms", new List(new Map(Term)), "Read from the top: the first that fits governs", true),
        new("never-covered", new List(new Map(Exclusion)), "Causes and components excluded by name"),
        new("remedies", Format.Some<Remedy>(), "Remedies of a covered fault, first due first", true),
        new("rights", new List(new Map(Right)), "Remedies due as of right; they come before the ordinary ones"),
        new("paid-exchange", new Phrase(MoneyPhrase.PaidExchangePattern, "0.1 % of the price per day since invoiced or sold",
            "0.1 % of the price per day since sold, plus refurbishing by tariff"), "Fee of a wanted exchange"),
        new("depreciated-refund", new Map(Refund), "Refund less depreciation"),
        new("who-pays", new List(new Map(Payer)), "Where it is not simply: covered, free; else the customer by tariff"),
        new("paid-service", new Word(["for life", "none"]), "Service for money after the period"),
        new("repair-days", new Word(["added", "not added"]), "Whether days in repair lengthen the term"),
        new("last-day-off", new Word(["moves to the next working day", "stays"]), "What a last day on a day off does"),
        new("dealer-period", new Phrase(MoneyPhrase.DealerPeriodPattern, "promised months and stock months from picked-up"),
            "Dealer's period towards the maker"),
        new("supplier-term", new Map(Supplier), "The supplier's term beside the customer's"),
        new("parts-available", Time, "How long spare parts are promised"));

    private static Phrase Share =>
        new(MoneyPhrase.SharePattern, "free", "cost", "price-list", "tariff", "50 % of price-list", "cost paid by dealer");
}
