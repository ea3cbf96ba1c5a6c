using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Domain.Requests;

/// <summary>Something that happened to a request and moves its clocks.</summary>
public sealed class RequestEvent
{
    private RequestEvent() { }

    internal RequestEvent(int index, CaseEvent happened) =>
        (Index, Kind, At, Party, OfUnit, Counts) =
            (index, happened.Kind, happened.At.ToMilliseconds(), happened.Party, happened.OfUnit, true);

    public Guid RequestId { get; private set; }
    public int Index { get; private set; }
    public EventKind Kind { get; private set; }
    public DateTimeOffset At { get; private set; }
    public PauseParty? Party { get; private set; }
    /// <summary>A day in the life of the unit that was named, beside which the request is held; another unit brings others.</summary>
    public bool OfUnit { get; private set; }
    public bool Counts { get; private set; }

    internal void NoLongerCounts() => Counts = false;

    public CaseEvent ToCaseEvent() => new(Kind, At, Party, OfUnit);
}

/// <summary>One judgement of cover: the facts that were looked at and what was decided, as it was then. The last one holds.</summary>
public sealed class Judgement
{
    private Judgement() { }

    internal Judgement(int index, Facts facts, Decision decision, bool final, Actor by, DateTimeOffset at) =>
        (Index, Facts, Decision, Final, JudgedBy, At) = (index, facts, decision, final, by.Name, at);

    public Guid RequestId { get; private set; }
    /// <summary>Counts the judgements of the request from 0.</summary>
    public int Index { get; private set; }
    public Facts Facts { get; private set; } = null!;
    public Decision Decision { get; private set; } = null!;
    /// <summary>Made after diagnosis, with the cause known (C4).</summary>
    public bool Final { get; private set; }
    public string JudgedBy { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>What a written note on a request is.</summary>
public enum NoteKind
{
    /// <summary>An answer given to the customer.</summary>
    Reply,
    /// <summary>Telephone guidance: what was advised, and how it went (F1).</summary>
    Guidance,
    /// <summary>For the company's own people only.</summary>
    Internal,
}

/// <summary>How a telephone guidance ended.</summary>
public enum GuidanceOutcome { Solved, NotSolved, CallAgain }

/// <summary>A reply, a telephone guidance record or an internal note.</summary>
public sealed class RequestNote
{
    private RequestNote() { }

    internal RequestNote(NoteKind kind, string text, Actor by, DateTimeOffset at, DateTimeOffset now) =>
        (Id, Kind, Text, AuthorId, Author, At) = (Guid.CreateVersion7(now), kind, text.Trim(), by.Id, by.Name, at);

    public Guid Id { get; private set; }
    public Guid RequestId { get; private set; }
    public NoteKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public Guid AuthorId { get; private set; }
    public string Author { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    /// <summary>Of a guidance: with whom one spoke, and how it ended.</summary>
    public string? SpokeWith { get; internal set; }
    public GuidanceOutcome? Outcome { get; internal set; }
}

/// <summary>What the customer said about the result.</summary>
public enum Verdict { Satisfied, Acceptable, Dissatisfied, NotReached }
