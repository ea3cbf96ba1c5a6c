using Microsoft.EntityFrameworkCore;
using Sanbao.Data;

namespace Sanbao.Web.Tests.Data;

public class MigrationTests
{
    [Fact]
    public void Every_change_of_the_model_has_a_migration_for_sqlite()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void Every_change_of_the_model_has_a_migration_for_postgresql()
    {
        using var db = new PostgresDesignTime().CreateDbContext([]);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }
}
