using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Promises;

/// <summary>Computes the deadlines of a case that is not stored, with the engine that computes those of requests.</summary>
internal static class PreviewDeadlines
{
    public sealed record Answer(ImmutableArray<DeadlineAnswer> Deadlines);

    public static Answer Post(PostedBody<CaseRequest> body, CharterBook charters, TimeProvider time, Company company) =>
        new([.. Run(body.Value, charters, time.Now(), company).Select(DeadlineAnswer.Of)]);

    /// <summary>By the version in force at the report, else at the first event, in whatever order they are named.</summary>
    public static ImmutableArray<Deadline> Run(CaseRequest request, CharterBook charters, DateTimeOffset present, Company company)
    {
        request.Check();
        var (events, now) = (request.ToEvents(), request.Now ?? present);
        var reports = events.RemoveAll(e => e.Kind != EventKind.Reported);
        var first = (reports.IsEmpty ? events : reports).Select(e => e.At).DefaultIfEmpty(now).Min();
        var day = Days.LocalDay(first, company.Zone);
        var (charter, @case) = (charters.Governing(request.Charter, day), request.ToCase());
        @case = @case with { Zone = @case.Zone ?? charter.CityOf(@case.RegionCode, company.CityPrefixes) };
        return PromiseEngine.DeadlinesOf(charter, @case, events, now, request.Until);
    }
}
