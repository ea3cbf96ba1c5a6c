using System.Collections.Immutable;
using Sanbao.Data.Journal;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests.Page;

/// <summary>Everything the page of one request shows, read at one instant for one actor.</summary>
public sealed record RequestView
{
    public required ServiceRequest Request { get; init; }
    public required Charter Charter { get; init; }
    public required Actor Actor { get; init; }
    public required DateTimeOffset Now { get; init; }
    /// <summary>By due, each with its reasoning.</summary>
    public required ImmutableArray<ExplainedDeadline> Deadlines { get; init; }
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<TimelineLine> Journal { get; init; }
    public required UnitOfRequest? Unit { get; init; }
    /// <summary>Of the same unit, the latest first.</summary>
    public required IReadOnlyList<OtherRequest> Others { get; init; }
    public required bool MoreOthers { get; init; }
    /// <summary>Who may be given a request.</summary>
    public required IReadOnlyList<OwnPerson> People { get; init; }
    public required string? OriginalNumber { get; init; }

    public Judgement? Judgement => Request.Judgements.Count > 0 ? Request.Judgements[^1] : null;

    public Way Way => Way.Of(Request, Charter);

    public string Path => $"/requests/{Request.Number}";

    public bool IsOpen => Request.Status is RequestStatus.Open;
}

/// <summary>The unit that a request is about.</summary>
public sealed record UnitOfRequest(
    Guid Id, string Serial, string Model, string Product, string Line, string? Site, string? Address, Guid? CustomerId, string? Engineer, Guid? EngineerId);

public sealed record OtherRequest(
    string Number, RequestStatus Status, RequestCategory Category, DateTimeOffset ReportedAt, string Description, bool? Covered, bool Repaired);
