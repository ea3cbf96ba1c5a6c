using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Sanbao.Data;

/// <summary>For tools/add-migration: a model needs no server.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteServiceDb>
{
    public SqliteServiceDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteServiceDb>();
        ServiceDatabase.UseSqlite(options, "Data Source=design.db");
        return new(options.Options);
    }
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresServiceDb>
{
    public PostgresServiceDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresServiceDb>();
        ServiceDatabase.UsePostgres(options, "Host=design", "company_main");
        return new(options.Options);
    }
}
