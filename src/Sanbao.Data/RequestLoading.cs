using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Data;

/// <summary>Loads a request with what its verbs need: events, visits and deadlines. Judgements, notes and attachments stay behind.</summary>
public static class RequestLoading
{
    /// <summary>The request for work, tracked; null when there is none or the actor may not see it.</summary>
    public static Task<ServiceRequest?> FindRequestAsync(this ServiceDb db, Guid id, Actor actor, CancellationToken cancel = default) =>
        LoadAsync(db, r => r.Id == id, actor, cancel);

    /// <summary>The same by number.</summary>
    public static Task<ServiceRequest?> FindRequestAsync(this ServiceDb db, string number, Actor actor, CancellationToken cancel = default) =>
        LoadAsync(db, r => r.Number == number, actor, cancel);

    private static async Task<ServiceRequest?> LoadAsync(
        ServiceDb db, Expression<Func<ServiceRequest, bool>> which, Actor actor, CancellationToken cancel)
    {
        var request = await db.Requests.VisibleTo(actor).Where(which)
            .Include(r => r.Events.OrderBy(e => e.Index)).Include(r => r.Visits)
            .SingleOrDefaultAsync(cancel);
        if (request is not null) await db.LoadDeadlinesAsync(request, cancel);
        return request;
    }
}
