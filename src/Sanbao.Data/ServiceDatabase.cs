using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Sanbao.Data;

/// <summary>
/// Where one company's records are: a SQLite file in <c>companies/CODE/</c> of the data folder, or a PostgreSQL schema (decision 18).
/// </summary>
public sealed class ServiceDatabase : IDbContextFactory<ServiceDb>, IAsyncDisposable
{
    private const string PostgresPrefix = "postgres:";
    private readonly Func<ServiceDb> create;

    private ServiceDatabase(string company, string connectionString, bool isSqlite)
    {
        (Company, ConnectionString, IsSqlite) = (company, connectionString, isSqlite);
        if (isSqlite) create = new PooledDbContextFactory<SqliteServiceDb>(SqliteOptions(connectionString).Options).CreateDbContext;
        else create = new PooledDbContextFactory<PostgresServiceDb>(PostgresOptions(connectionString, Schema).Options).CreateDbContext;
    }

    public string Company { get; }
    public string ConnectionString { get; }
    public bool IsSqlite { get; }
    public string Schema => "company_" + Company;

    /// <param name="database">The option <c>--database</c>: <c>postgres:CONNECTION STRING</c>, or null for SQLite in the data folder.</param>
    public static ServiceDatabase Of(string dataFolder, string? database, string company = "main")
    {
        if (string.IsNullOrWhiteSpace(database))
        {
            var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "companies", company));
            var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "sanbao.db"), ForeignKeys = true, DefaultTimeout = 15 };
            return new(company, file.ConnectionString, isSqlite: true);
        }
        if (!database.StartsWith(PostgresPrefix, StringComparison.Ordinal))
            throw new ArgumentException("--database takes postgres:CONNECTION STRING.", nameof(database));
        var server = new NpgsqlConnectionStringBuilder(database[PostgresPrefix.Length..])
        {
            SearchPath = "company_" + company, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2,
        };
        return new(company, server.ConnectionString, isSqlite: false);
    }

    /// <summary>A context from the pool; dispose it soon.</summary>
    public ServiceDb CreateDbContext() => create();

    /// <summary>Creates what is missing: file or schema, then every migration that has not run.</summary>
    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        if (IsSqlite) await SqlitePragmas.UseWriteAheadLogAsync(ConnectionString, cancel);
        await using var db = CreateDbContext();
        // The schema's name is our own: letters, digits and underlines.
#pragma warning disable EF1002
        if (!IsSqlite) await db.Database.ExecuteSqlRawAsync($"CREATE SCHEMA IF NOT EXISTS {Schema}", cancel);
#pragma warning restore EF1002
        // Asked first: migrating takes a lock and writes it down, even where there is nothing to do.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any()) await db.Database.MigrateAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (IsSqlite) SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        else await using (var connection = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(connection);
    }

    internal static DbContextOptionsBuilder<SqliteServiceDb> SqliteOptions(string connectionString) =>
        new DbContextOptionsBuilder<SqliteServiceDb>()
            .UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(new SqlitePragmas())
            .ConfigureWarnings(SnapshotIsTested);

    internal static DbContextOptionsBuilder<PostgresServiceDb> PostgresOptions(string connectionString, string schema) =>
        new DbContextOptionsBuilder<PostgresServiceDb>()
            .UseNpgsql(connectionString, npgsql => npgsql
                .MigrationsHistoryTable("__EFMigrationsHistory", schema)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ConfigureWarnings(SnapshotIsTested);

    /// <summary>Whether a migration is missing is asked by a test; at every start it costs a tenth of the time.</summary>
    private static void SnapshotIsTested(WarningsConfigurationBuilder warnings) => warnings.Ignore(RelationalEventId.PendingModelChangesWarning);
}
