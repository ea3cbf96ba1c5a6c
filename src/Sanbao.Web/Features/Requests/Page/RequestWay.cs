using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Requests.Page;

/// <summary>The way of a request from the call to the end, with what this kind of request needs on it.</summary>
internal static class RequestWay
{
    public static Way Of(ServiceRequest request, Charter charter)
    {
        var stations = StationsOf(request, [.. request.ClosingNeeds(charter)]).ToImmutableArray();
        return request.Status is RequestStatus.Closed ? new(stations, null)
            // While the clocks are paused the next thing is to let them run, and that is no station.
            : request.IsWaiting ? new(stations, "resumptions", "request.waiting")
            : new(stations, VerbTo(stations.First(s => !s.Reached), request));
    }

    private static IEnumerable<Station> StationsOf(ServiceRequest request, ImmutableArray<ClosingNeed> needs)
    {
        yield return new("opened", true, request.ReportedAt);
        if (!request.Direct) yield return At("confirmation", request.ConfirmedAt);
        yield return At("replies", request.RepliedAt);
        if (request.Mode is ServiceMode.OnSite || request.Visits.Count > 0)
            yield return new("visits", request.Visits.Count > 0, request.Visits.Count > 0 ? request.Visits[^1].Appointment : null);
        yield return new("solution", request.Solution is not "" || request.SolvedAt is not null, request.SolvedAt);
        if (needs.Contains(ClosingNeed.CustomerAsked) || request.CustomerAskedAt is not null)
            yield return At("verdict", request.CustomerAskedAt);
        if (needs.Contains(ClosingNeed.ResultVerified) || request.VerifiedAt is not null)
            yield return At("verification", request.VerifiedAt);
        yield return At("closing", request.ClosedAt);
    }

    private static Station At(string name, DateTimeOffset? at) => new(name, at is not null, at);

    /// <summary>A fault is first answered by guiding the customer.</summary>
    private static string VerbTo(Station station, ServiceRequest request) =>
        station.Name is "replies" && request.Category is RequestCategory.Fault ? "guidance" : station.Name;
}
