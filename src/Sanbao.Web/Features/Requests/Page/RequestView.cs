using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Requests.Page;

/// <summary>Everything the page of one request shows, read at one instant for one actor.</summary>
public sealed record RequestView : DocumentView
{
    public required ServiceRequest Request { get; init; }
    public required UnitOfRequest? Unit { get; init; }
    /// <summary>Of the same unit, the latest first.</summary>
    public required IReadOnlyList<OtherRequest> Others { get; init; }
    public required bool MoreOthers { get; init; }
    /// <summary>Cases like this one, while it is not solved.</summary>
    public required IReadOnlyList<SimilarCase> Similar { get; init; }
    /// <summary>Repairs of the same before, while it is open.</summary>
    public required IReadOnlyList<EarlierRepair> Repeats { get; init; }
    /// <summary>Who may be given a request.</summary>
    public required IReadOnlyList<OwnPerson> People { get; init; }
    public required string? OriginalNumber { get; init; }

    public Judgement? Judgement => Request.Judgements.Count > 0 ? Request.Judgements[^1] : null;

    public override string Path => $"/requests/{Request.Number}";

    public override string Texts => "request";

    public override Document Document => Request;

    public override string? Assignee => Request.Assignee;

    /// <summary>What nobody has is not handed over.</summary>
    public override string WordOf(Verb verb) =>
        verb.Name is "assignment" && Request.Assignee is null ? "request.verb.first-assignment" : base.WordOf(verb);

    public override string WithoutClocks => Request.Imported ? "request.no-clocks-imported" : base.WithoutClocks;

    public override IReadOnlyList<string> Usual => Request.Status switch
    {
        RequestStatus.Open => [.. OfVisit, "guidance", "replies", "assignment", "solution", "closing"],
        RequestStatus.Closed => ["reopening", "notes"],
    };

    /// <summary>What comes next on the visit that is to be made within a day or is being made.</summary>
    private string[] OfVisit => Request.VisitAhead?.Status switch
    {
        VisitStatus.Scheduled => Request.VisitAhead.Appointment > Now.AddDays(1) ? [] : ["departure"],
        VisitStatus.Underway => ["arrival"],
        VisitStatus.Arrived => ["completion"],
        VisitStatus.Done or VisitStatus.Cancelled or null => [],
    };
}

/// <summary>The unit that a request is about.</summary>
public sealed record UnitOfRequest(
    Guid Id, string Serial, string Model, string Product, string Line, string? Site, string? Address, Guid? CustomerId, string? Engineer,
    Guid? EngineerId);

public sealed record OtherRequest(
    string Number, RequestStatus Status, RequestCategory Category, DateTimeOffset ReportedAt, string Description, bool? Covered,
    bool Repaired);
