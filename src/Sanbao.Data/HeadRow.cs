using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>
/// One row a document, whatever its kind, kept in the save of the document itself: board, notices, search and the proof of the records
/// read it and know no kind. All of it is derived.
/// </summary>
public sealed class HeadRow : IBelongs<HeadRow>
{
    private HeadRow() { }

    public Guid Id { get; private set; }
    public string Kind { get; private set; } = "";
    public string Number { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Status { get; private set; } = "";
    public string Priority { get; private set; } = "";
    public string Party { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public Guid? AssigneeId { get; private set; }
    public string? Assignee { get; private set; }
    public Guid? DealerId { get; private set; }
    public Guid? CustomerId { get; private set; }
    public DateTimeOffset NextDue { get; private set; }
    /// <summary>Where the document's journal ends: how many lines it has, and the hash of the last.</summary>
    public int JournalLength { get; private set; }
    public string JournalHead { get; private set; } = "";

    /// <summary>As the document is now, its lines sealed.</summary>
    public static HeadRow Of(Document document)
    {
        var (said, whose) = (document.Headline, document as IBelongs);
        return new()
        {
            Id = document.Id, Kind = document.Kind, Number = said.Number, Title = said.Title, Status = said.Status,
            Priority = said.Priority,
            Party = said.Party, Subject = said.Subject, AssigneeId = said.AssigneeId, Assignee = said.Assignee,
            DealerId = whose?.DealerId, CustomerId = whose?.CustomerId, NextDue = said.NextDue.ToMilliseconds(),
            JournalLength = document.JournalLength, JournalHead = document.JournalHead,
        };
    }

    /// <summary>Whether it is what another says it should be.</summary>
    public bool Says(HeadRow other) => Parts().SequenceEqual(other.Parts());

    private object?[] Parts() =>
    [
        Id, Kind, Number, Title, Status, Priority, Party, Subject, AssigneeId, Assignee, DealerId, CustomerId, NextDue, JournalLength,
        JournalHead,
    ];
}
