namespace Sanbao.Domain.Kernel;

/// <summary>Why somebody is told something.</summary>
public enum NoticeReason
{
    /// <summary>A document that nobody had was given to him.</summary>
    Assigned,
    /// <summary>A document that somebody else had was given to him.</summary>
    HandedOver,
    /// <summary>What he had was given to somebody else.</summary>
    TakenOver,
    /// <summary>He is to go at an appointed time.</summary>
    VisitPlanned,
    /// <summary>Where he is to go is another unit now, perhaps another customer's.</summary>
    VisitChanged,
    /// <summary>He need not go any more.</summary>
    VisitOff,
    /// <summary>Somebody names him in a note.</summary>
    Mentioned,
    /// <summary>A deadline of his draws near.</summary>
    DeadlineWarned,
    /// <summary>A deadline of his has passed.</summary>
    DeadlinePassed,
    /// <summary>A deadline was not kept, and is told further up.</summary>
    DeadlineEscalated,
}

/// <summary>What one person is to hear of what was done to a document.</summary>
/// <param name="AccountId">Who is to hear it.</param>
/// <param name="By">The name of whoever did it.</param>
/// <param name="At">When it was done.</param>
/// <param name="Moment">The instant it is about, e.g. the appointment; null: none.</param>
/// <param name="Text">What was said with it; empty: nothing.</param>
public sealed record Hearing(Guid AccountId, NoticeReason Reason, string By, DateTimeOffset At, DateTimeOffset? Moment, string Text);
