using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Promises;

namespace Sanbao.Data.Mappings;

internal static class PromiseMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DeadlineEntry>(deadline =>
        {
            deadline.ToTable("prm_deadlines").HasKey(d => d.Id);
            deadline.HasIndex(d => new { d.OwnerId, d.Rule, d.Occurrence, d.Behind }).IsUnique();
            deadline.HasIndex(d => new { d.OwedAt, d.Id });
            deadline.HasIndex(d => new { d.AlarmAt, d.Id });
            deadline.HasIndex(d => new { d.Due, d.Id });
        });
        model.Entity<Firing>(firing =>
        {
            firing.ToTable("prm_firings").HasKey(f => f.Id);
            firing.HasIndex(f => new { f.DeadlineId, f.Level, f.Due }).IsUnique();
        });
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("prm_notices").HasKey(n => n.Id);
            notice.HasIndex(n => new { n.AccountId, n.Id });
            notice.HasIndex(n => new { n.AccountId, n.ReadAt });
            notice.HasIndex(n => new { n.FiringId, n.AccountId }).IsUnique().HasFilter("firing_id IS NOT NULL");
        });
    }
}
