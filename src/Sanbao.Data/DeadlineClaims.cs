using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Promises;

namespace Sanbao.Data;

/// <summary>Which alarms a node takes on. Claimed rows are the transaction's own until it ends; what another node holds is passed
/// over.</summary>
public static class DeadlineClaims
{
    /// <summary>Tracked deadlines whose alarm is at or before <paramref name="now"/>, longest overdue first; only inside a write.</summary>
    public static Task<List<DeadlineEntry>> ClaimAlarmsAsync(this ServiceDb db, DateTimeOffset now, int most,
        CancellationToken cancel = default)
    {
        // SQLite has one writer and this runs in it: nobody else can hold anything.
        if (db.IsSqlite) return Waiting(db, now).OrderBy(d => d.AlarmAt).ThenBy(d => d.Id).Take(most).ToListAsync(cancel);
        return db.Deadlines.FromSql(
            $"""
            SELECT * FROM prm_deadlines WHERE alarm_at <= {now.UtcDateTime}
            ORDER BY alarm_at, id LIMIT {most} FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancel);
    }

    /// <summary>Is there anything to claim? Asked outside of any write.</summary>
    public static Task<bool> AnyAlarmAsync(this ServiceDb db, DateTimeOffset now, CancellationToken cancel = default) =>
        Waiting(db, now).AnyAsync(cancel);

    private static IQueryable<DeadlineEntry> Waiting(ServiceDb db, DateTimeOffset now) =>
        db.Deadlines.Where(d => d.AlarmAt <= now);
}
