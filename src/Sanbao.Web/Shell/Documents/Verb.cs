namespace Sanbao.Web.Shell.Documents;

/// <summary>The groups of the menu of actions, in their order.</summary>
public enum VerbGroup { Answer, Work, People, Clocks, Cover, Record, End }

/// <summary>
/// One thing that can be done to a document, as its page shows it: at <c>PATH/NUMBER/NAME</c> for people, at <c>POST
/// /api/v1/PATH/ID/NAME</c>
/// for programs.
/// </summary>
public abstract class Verb
{
    /// <summary>A noun, the resource to which a POST adds: <c>replies</c>. Its words are <c>KIND.verb.NAME</c>, <c>.do.</c> and
    /// <c>.done.</c></summary>
    public required string Name { get; init; }
    public required VerbGroup Group { get; init; }
    public required string Icon { get; init; }
    public required Permission Needs { get; init; }
    /// <summary>The key that opens its form on the page of the document; null: none.</summary>
    public string? Key { get; init; }
    /// <summary>The component with its fields.</summary>
    public required Type Form { get; init; }
    /// <summary>Nothing has to be said with it: its button does it, and a form is there for who wants to say more.</summary>
    public bool AtOnce { get; init; }
    /// <summary>
    /// It only adds, or its own guard says enough: what somebody else changed meanwhile is no reason to refuse it at the page.
    /// </summary>
    public bool Adds { get; init; }
    /// <summary>It decides on the document: whoever stands in another's place may it by that one's right.</summary>
    public bool Decides { get; init; }
    /// <summary>Not for a dealer's or customer's people.</summary>
    public bool OwnPeople { get; init; }

    public virtual bool TakesFiles => false;

    /// <summary>What its fields must hold; null: its form says so itself.</summary>
    internal virtual CommandShape? Shape => null;

    /// <summary>
    /// Key of one of its texts: <c>KIND.verb.NAME</c> where the kind says it in its own words, else <c>document.verb.NAME</c>, as for all
    /// kinds.
    /// </summary>
    /// <param name="texts">What the keys of the kind begin with.</param>
    public string Text(string texts, string word, string more = "")
    {
        var own = $"{texts}.{word}.{Name}{more}";
        return Dictionary.Entries.ContainsKey(own) ? own : $"document.{word}.{Name}{more}";
    }

    public bool IsFor(Actor actor) => (Decides ? actor.MayDecide(Needs) : actor.May(Needs)) && (!OwnPeople || actor.SeesCompany);
}

/// <summary>A verb that this actor has on this document, and why it cannot be done now; null: it can.</summary>
public sealed record OfferedVerb(Verb Verb, Refusal? Why)
{
    public string Name => Verb.Name;
}
