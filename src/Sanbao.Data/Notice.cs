using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Data;

/// <summary>What one person is told of a document: that it was given to him, that somebody names him, that a deadline passes.</summary>
public sealed class Notice
{
    /// <summary>More of a text is read on the document.</summary>
    public const int LongestText = 200;

    private Notice() { }

    /// <summary>What somebody did.</summary>
    public Notice(Document document, Hearing heard) : this(document, heard.AccountId, heard.Reason, heard.At)
    {
        var text = heard.Text;
        (By, Moment) = (heard.By, heard.Moment);
        // Never within a character.
        Text = text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    /// <summary>What a deadline says.</summary>
    public Notice(Document document, Guid accountId, Firing firing, PromiseCode promise)
        : this(document, accountId, ReasonOf(firing.Level), firing.FiredAt) =>
        (FiringId, Promise, Moment) = (firing.Id, promise, firing.Due);

    private Notice(Document document, Guid accountId, NoticeReason reason, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (AccountId, Reason, At) = (accountId, reason, at);
        (DocumentId, Kind, Number) = (document.Id, document.Kind, document.Headline.Number);
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public NoticeReason Reason { get; private set; }
    public Guid DocumentId { get; private set; }
    /// <summary>What the document is (<see cref="Document.Kind"/>), and its number.</summary>
    public string Kind { get; private set; } = "";
    public string Number { get; private set; } = "";
    /// <summary>Who did it; empty: a deadline speaks.</summary>
    public string By { get; private set; } = "";
    /// <summary>Of a deadline; null: of none.</summary>
    public Guid? FiringId { get; private set; }
    public PromiseCode? Promise { get; private set; }
    /// <summary>What it is about: when it is due, when to be there; null: no instant.</summary>
    public DateTimeOffset? Moment { get; private set; }
    /// <summary>What was said with it, perhaps its beginning only; empty: nothing.</summary>
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    /// <summary>When it was acknowledged; <see cref="Instant.Never"/> until then.</summary>
    public DateTimeOffset ReadAt { get; set; } = Instant.Never;

    private static NoticeReason ReasonOf(FiringLevel level) => level switch
    {
        FiringLevel.Warning => NoticeReason.DeadlineWarned,
        FiringLevel.Due => NoticeReason.DeadlinePassed,
        FiringLevel.Escalated => NoticeReason.DeadlineEscalated,
    };
}
