using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.Promises;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>What a program is told after a verb: where the request stands now and what is promised.</summary>
internal sealed record HandledAnswer(
    Guid Id, string Number, RequestStatus Status, RequestOutcome? Outcome, long Version, string? Assignee, ServiceMode? Mode,
    Priority Priority, bool? Covered, bool Undetermined, DateOnly? CoveredUntil, bool Provisional, DateTimeOffset? NextDue,
    ImmutableArray<DeadlineAnswer> Deadlines)
{
    public static HandledAnswer Of(Work<ServiceRequest> work)
    {
        var request = work.Document;
        return new(
            request.Id, request.Number, request.Status, request.Outcome, request.Version, request.Assignee, request.Mode, request.Priority,
            request.Covered, request.Undetermined, request.CoveredUntil, request.Provisional,
            request.NextDue == Instant.Never ? null : request.NextDue,
            [.. request.DeadlinesAt(work.Charter, work.Now).Select(DeadlineAnswer.Of)]);
    }
}
