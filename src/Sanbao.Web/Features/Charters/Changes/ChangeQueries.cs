using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters.Changes;

/// <summary>One application in a list.</summary>
public sealed record ChangeRow(
    Guid Id, string Code, int Number, DateOnly InForce, CharterChangeStatus Status, string Author, DateTimeOffset WrittenAt, string Reason, string DecidedBy, DateTimeOffset? DecidedAt);

internal static class ChangeQueries
{
    private const int Shown = 50;

    /// <summary>Open ones first, then the latest.</summary>
    public static Task<List<ChangeRow>> LatestAsync(ServiceDb db, string? code, CancellationToken cancel) =>
        db.CharterChanges.AsNoTracking().Where(c => code == null || c.Code == code)
            .OrderBy(c => c.Status == CharterChangeStatus.Draft ? 0 : 1).ThenByDescending(c => c.WrittenAt).Take(Shown)
            .Select(c => new ChangeRow(c.Id, c.Code, c.Number, c.InForce, c.Status, c.Author, c.WrittenAt, c.Reason, c.DecidedBy, c.DecidedAt))
            .ToListAsync(cancel);

    public static async Task<CharterChange> GetAsync(ServiceDb db, Guid id, CancellationToken cancel) =>
        await db.CharterChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFoundException();
}
