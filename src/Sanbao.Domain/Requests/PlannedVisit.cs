namespace Sanbao.Domain.Requests;

/// <summary>How far a visit is; the names are those of a work order.</summary>
public enum VisitStatus { Scheduled, Underway, Arrived, Done, Cancelled }

/// <summary>Somebody goes at an appointed time; the full work order comes with its own document.</summary>
public sealed class PlannedVisit
{
    private PlannedVisit() { }

    internal PlannedVisit(Guid id, string engineer, Guid? engineerId, DateTimeOffset appointment, string remark) =>
        (Id, Engineer, EngineerId, Appointment, Remark) = (id, engineer, engineerId, appointment, remark);

    public Guid Id { get; private set; }
    public Guid RequestId { get; private set; }
    /// <summary>His name as it was when it was planned.</summary>
    public string Engineer { get; private set; } = "";
    /// <summary>The account of the person who goes; null: somebody from outside, whom nobody tells.</summary>
    public Guid? EngineerId { get; private set; }
    public DateTimeOffset Appointment { get; private set; }
    public string Remark { get; private set; } = "";
    public VisitStatus Status { get; private set; }
    public DateTimeOffset? DepartedAt { get; private set; }
    public DateTimeOffset? ArrivedAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>To be made, or being made.</summary>
    public bool IsAhead => Status switch
    {
        VisitStatus.Scheduled or VisitStatus.Underway or VisitStatus.Arrived => true,
        VisitStatus.Done or VisitStatus.Cancelled => false,
    };

    /// <summary>The last that was told of it; null: nothing yet. What follows does not lie before.</summary>
    public DateTimeOffset? LastAt => DoneAt ?? ArrivedAt ?? DepartedAt;

    internal void Depart(DateTimeOffset at) => (Status, DepartedAt) = (VisitStatus.Underway, at);

    internal void Arrive(DateTimeOffset at) => (Status, ArrivedAt) = (VisitStatus.Arrived, at);

    internal void Finish(DateTimeOffset at) => (Status, DoneAt) = (VisitStatus.Done, at);

    internal void Cancel() => Status = VisitStatus.Cancelled;

    internal void KeepInside() => Remark = "";
}
