using Microsoft.EntityFrameworkCore;

namespace Sanbao.Data.Mappings;

internal static class HeadMapping
{
    public static void Map(ModelBuilder model) => model.Entity<HeadRow>(head =>
    {
        head.ToTable("doc_heads").HasKey(h => h.Id);
        head.HasIndex(h => h.Number);
        head.HasIndex(h => new { h.AssigneeId, h.NextDue });
    });
}
