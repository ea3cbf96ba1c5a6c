using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Approvals;

namespace Sanbao.Web.Features.Approvals;

/// <summary>A document that waits for one's decision.</summary>
/// <param name="InPlaceOf">Whose deputy one is for this; null: it waits for oneself.</param>
public sealed record Waiting(HeadRow Of, DateTimeOffset Since, string? InPlaceOf);

/// <summary>What waits for somebody's decision, of all kinds: the longest waiting first.</summary>
internal static class WaitingForMe
{
    private const int Most = 200;

    public static async Task<List<Waiting>> FindAsync(ServiceDb db, Actor me, CancellationToken cancel)
    {
        var asked = await Asked(db, me)
            .Join(db.Heads.AsNoTracking(), step => step.DocumentId, head => head.Id, (step, head) => new { step, head })
            .OrderBy(w => w.step.Since).ThenBy(w => w.step.DocumentId).Take(Most).ToListAsync(cancel);
        return asked.ConvertAll(w => new Waiting(w.head, w.step.Since, InPlaceOf(w.step, me)));
    }

    /// <summary>The open steps that the rights of these people cover, and on which one has not decided in the same round.</summary>
    private static IQueryable<Approval> Asked(ServiceDb db, Actor me)
    {
        Actor[] people = [me, .. me.DeputyFor];
        Guid?[] ids = [.. people.Select(p => (Guid?)p.Id)];
        string?[] roles = [.. people.SelectMany(p => p.Roles).Distinct()];
        Permission?[] may = [.. people.SelectMany(p => p.Permissions).Distinct().Select(p => (Permission?)p)];
        var anyRole = people.Any(p => p.Roles.Contains(Roles.Administrator));
        return db.Approvals.AsNoTracking()
            .Where(a => a.State == ApprovalState.Open && a.AuthorId != me.Id && a.SubmitterId != me.Id)
            .Where(a => ids.Contains(a.PersonId) || roles.Contains(a.Role) || anyRole && a.Role != null || may.Contains(a.May))
            .Where(a => !db.Approvals.Any(other =>
                other.DocumentId == a.DocumentId && other.Round == a.Round && (other.DecidedById == me.Id || other.InPlaceOfId == me.Id)));
    }

    private static string? InPlaceOf(Approval step, Actor me) =>
        step.Step.IsFor(me) ? null : me.DeputyFor.FirstOrDefault(other => step.Step.IsFor(other))?.Name;
}
