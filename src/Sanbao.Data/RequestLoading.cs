using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Data;

/// <summary>
/// Loads a request with what its verbs need: events, repairs, visits and deadlines. Judgements, notes and papers stay behind.
/// </summary>
public static class RequestLoading
{
    /// <summary>The request for work, tracked; null when there is none or the actor may not see it.</summary>
    public static Task<ServiceRequest?> FindRequestAsync(this ServiceDb db, Guid id, Actor actor, CancellationToken cancel = default) =>
        db.Requests.VisibleTo(actor).Where(r => r.Id == id).FirstForWorkAsync(db, cancel);

    public static IQueryable<ServiceRequest> ForWork(this IQueryable<ServiceRequest> requests) =>
        requests.Include(r => r.Events.OrderBy(e => e.Index)).Include(r => r.Visits).Include(r => r.Repairs);

    /// <summary>The only one of these, for work; null when there is none.</summary>
    public static async Task<ServiceRequest?> FirstForWorkAsync(this IQueryable<ServiceRequest> found, ServiceDb db,
        CancellationToken cancel = default)
    {
        var request = await found.ForWork().SingleOrDefaultAsync(cancel);
        if (request is not null) await db.LoadDeadlinesAsync(request, cancel);
        return request;
    }
}
