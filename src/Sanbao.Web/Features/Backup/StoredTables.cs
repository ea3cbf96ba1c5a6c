using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;

namespace Sanbao.Web.Features.Backup;

/// <summary>Every table that the company's records are in, each after those it refers to.</summary>
internal static class StoredTables
{
    public static IReadOnlyList<string> InOrder(ServiceDb db)
    {
        var ordered = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes()) Add(entity);
        return [.. ordered, .. SearchTables.All(db).Select(t => t.Name)];

        void Add(Microsoft.EntityFrameworkCore.Metadata.IEntityType entity)
        {
            if (entity.GetTableName() is not { } table || ordered.Contains(table)) return;
            foreach (var to in entity.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != entity)) Add(to);
            if (!ordered.Contains(table)) ordered.Add(table);
        }
    }
}
