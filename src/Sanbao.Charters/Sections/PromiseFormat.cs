using Sanbao.Charters.Phrases;
using Sanbao.Domain.Charters;
using static Sanbao.Charters.Sections.Shape;

namespace Sanbao.Charters.Sections;

/// <summary>The keys of the promises.</summary>
internal static class PromiseFormat
{
    /// <summary>Among the modes: none was chosen yet.</summary>
    public const string NotChosen = "not-chosen";

    private static readonly Phrase Timing = new(TimingPhrase.Pattern,
        "24 hours after reported", "30 working minutes after reported", "contract responseDays working days after reported",
        "6 months after the last of inspected or commissioned", "7 days before appointed", "by document-due", "every 1 month from accepted",
        "every year by 05-31 and 10-31 from accepted", "every month by the 15th from sold", "when solution is missed");

    public static readonly Keys Scope = new("case-scope",
        new("category", Format.Some<RequestCategory>(), "Kinds of request"),
        new("mode", new OneOrMore(new Word([.. Words.All<ServiceMode>(), NotChosen])), "Ways of service; `not-chosen` while none is"),
        new("channel", Format.Some<Channel>(), "How the contact came in"),
        new("zone", Format.Some<Zone>(), "Where the unit stands"),
        new("region", new OneOrMore(new Name()), "Regions of this charter"),
        new("priority", Format.Some<Priority>(), "Priorities"),
        new("special", new YesNo(), "Whether a special case was declared"),
        new("reported-within", new Phrase(RightPhrase.ReportedPattern, "7 working days of delivered",
            "7 working days of delivered, or mode exchange"),
            "How soon after an event the report came"));

    public static readonly Keys Time = new("time",
        new("when", new Map(Scope), "For which cases; for all others if left out"),
        new("within", Timing, "The time", true));

    public static readonly Keys Promise = new("promise",
        new("promise", Format.One<PromiseCode>(), "What the promise is about", true),
        new("key", new Name(), "Tells two promises of one code apart; the code if left out"),
        new("name", Format.Both, "Name of the promise", true),
        new("for", new Map(Scope), "For which cases it is given; for all if left out"),
        new("due", new OneOrMore(new Either(Timing, new Map(Time))),
            "Read from the top: the first that fits gives the time; where none fits, nothing is promised", true),
        new("until", new Phrase(TimingPhrase.EndPattern, "3 years after accepted"),
            "How long it is given, the last day included; without end if left out, and while the event is not known"),
        new("met-by", Format.Some<EventKind>(), "Any of these keeps it", true),
        new("cancelled-by", Format.Some<EventKind>(), "Any of these makes it pointless"),
        new("paused-by", Format.Some<PauseParty>(), "Pauses caused by these parties stop the clock"));
}
