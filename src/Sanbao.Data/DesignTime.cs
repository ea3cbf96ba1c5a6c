using Microsoft.EntityFrameworkCore.Design;

namespace Sanbao.Data;

/// <summary>For tools/add-migration: a model needs no server.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteServiceDb>
{
    public SqliteServiceDb CreateDbContext(string[] args) => new(ServiceDatabase.SqliteOptions("Data Source=design.db").Options);
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresServiceDb>
{
    public PostgresServiceDb CreateDbContext(string[] args) => new(ServiceDatabase.PostgresOptions("Host=design", "company_main").Options);
}
