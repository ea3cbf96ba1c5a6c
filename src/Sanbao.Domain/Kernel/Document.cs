using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>One thing that happened to a document: a stable code and arguments by name. The words live in the resources.</summary>
public sealed record JournalEntry(
    string Code, Guid ActorId, string ActorName, DateTimeOffset At, ImmutableArray<(string Name, object? Value)> Arguments);

/// <summary>
/// A noun with an identity and a journal. Every verb records a line; state and lines are saved in one save, and each line carries
/// the hash of the document's line before.
/// </summary>
public abstract class Document
{
    private readonly List<JournalEntry> unsaved = [];
    private readonly List<Hearing> hearings = [];
    private bool edited, inPart;

    /// <summary>What it is, as journal, heads and programs name it, e.g. <c>request</c>; the same for every document of the class, for
    /// ever.</summary>
    public abstract string Kind { get; }

    /// <summary>What is said of it where its kind does not matter; the store keeps it beside the document, in the same save.</summary>
    public abstract Headline Headline { get; }

    /// <summary>A UUID of version 7 made from the instant of creation, so that keys are ordered by time.</summary>
    public Guid Id { get; protected set; }

    /// <summary>Counts the saves in which somebody changed it; whoever looked at an older one is refused or asked again.</summary>
    public long Version { get; private set; }

    /// <summary>How many journal lines are saved.</summary>
    public int JournalLength { get; private set; }

    /// <summary>Hash of the last saved line, lower-case hexadecimal; empty before the first.</summary>
    public string JournalHead { get; private set; } = "";

    /// <summary>Lines recorded since the last save.</summary>
    public IReadOnlyList<JournalEntry> Unsaved => unsaved;

    /// <summary>Who is to hear what of the lines recorded since the last save. The store writes it in the save of those lines.</summary>
    public IReadOnlyList<Hearing> Hearings => hearings;

    /// <summary>Refuses when the actor looked at another version than this one.</summary>
    public void RequireVersion(long seen)
    {
        if (seen != Version) throw new RefusedException(new("document.changed", Version), Id);
    }

    /// <summary>Called by the store before it seals: what somebody changed since the last save counts as one version.</summary>
    public void CountEdit()
    {
        if (edited) Version++;
        edited = false;
    }

    /// <summary>Called by the store when the lines are sealed: the save that follows writes them with the state.</summary>
    public void Seal(int length, string head)
    {
        (JournalLength, JournalHead) = (length, head);
        unsaved.Clear();
    }

    /// <summary>Called by the store when everybody's notice is written.</summary>
    public void Heard() => hearings.Clear();

    /// <summary>Notes what happened. Arguments are texts, numbers, dates, instants, money, enums, or null.</summary>
    protected void Record(string code, Actor by, DateTimeOffset at, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        edited = true;
        Witness(code, by, at, arguments);
    }

    /// <summary>Notes what came about by itself, e.g. a clock that ran out: it changes nothing that anybody edits, and so no
    /// version.</summary>
    protected void Witness(string code, Actor by, DateTimeOffset at, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        if (inPart) throw new InvalidOperationException($"A {Kind} that was read in part to be shown cannot be changed.");
        unsaved.Add(new(code, by.Id, by.Name, at, [.. arguments]));
    }

    /// <summary>
    /// Somebody is to hear of it. What he did himself he knows; of one save he hears once, the first that was told of it.
    /// </summary>
    /// <param name="account">Null: there is nobody to tell.</param>
    protected void Tell(
        Guid? account, NoticeReason reason, Actor by, DateTimeOffset at, DateTimeOffset? moment = null, string? text = null)
    {
        if (account is not { } id || id == by.Id || hearings.Exists(h => h.AccountId == id)) return;
        hearings.Add(new(id, reason, by.Name, at, moment, text?.Trim() ?? ""));
    }

    /// <summary>Something was taken out for whoever it is shown to (<see cref="IReserved"/>): saved, it would be lost.</summary>
    protected void ShowInPart() => inPart = true;
}
