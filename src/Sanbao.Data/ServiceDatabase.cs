using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sanbao.Data.Search;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>
/// Where one company's records are: a SQLite file in <c>companies/CODE/</c> of the data folder, or a PostgreSQL schema
/// (docs/decisions/0006).
/// </summary>
public sealed class ServiceDatabase : IDbContextFactory<ServiceDb>, IAsyncDisposable
{
    private const string PostgresPrefix = "postgres:";
    /// <summary>Contexts that wait for use, each with its connection open on SQLite; a crowd gets more for the moment.</summary>
    private const int Waiting = 48;
    private const int SqliteCountsMemory = 9;
    private readonly ServiceProvider pool;
    private readonly Func<ServiceDb> create;

    // SQLite counts its memory behind one lock for all threads, for nobody to read. To be said before it is first used.
    static ServiceDatabase()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SqliteCountsMemory, 0);
    }

    private ServiceDatabase(
        string company, CompanyFolder folder, string connectionString, bool isSqlite, Action<DbContextOptionsBuilder>? extend)
    {
        (Company, Folder, ConnectionString, IsSqlite, Extend) = (company, folder, connectionString, isSqlite, extend ?? (_ => { }));
        // A container of their own, because it closes what waits for use when the database is let go.
        pool = new ServiceCollection()
            .AddPooledDbContextFactory<SqliteServiceDb>(o => { UseSqlite(o, connectionString); Extend(o); }, Waiting)
            .AddPooledDbContextFactory<PostgresServiceDb>(o => { UsePostgres(o, connectionString, Schema); Extend(o); }, Waiting)
            .BuildServiceProvider();
        if (isSqlite) create = pool.GetRequiredService<IDbContextFactory<SqliteServiceDb>>().CreateDbContext;
        else create = pool.GetRequiredService<IDbContextFactory<PostgresServiceDb>>().CreateDbContext;
    }

    public string Company { get; }
    public CompanyFolder Folder { get; }
    public string ConnectionString { get; }
    public bool IsSqlite { get; }
    public string Schema => "company_" + Company;
    /// <summary>As marks and backups name it.</summary>
    public string Kind => IsSqlite ? "sqlite" : "postgres";
    /// <summary>Where the records are, as people are told.</summary>
    internal string Place => IsSqlite ? Folder.Records : Schema;

    /// <summary>What every context is told besides.</summary>
    internal Action<DbContextOptionsBuilder> Extend { get; }

    /// <summary>These records were begun by this process, in a folder where nothing was kept before.</summary>
    public bool BeganHere { get; internal set; }

    /// <param name="database">The option <c>--database</c>: <c>postgres:CONNECTION STRING</c>, or null for SQLite in the data
    /// folder.</param>
    /// <param name="extend">For tests: kinds of documents that the product does not have.</param>
    public static ServiceDatabase Of(
        string dataFolder, string? database, string company = "main", Action<DbContextOptionsBuilder>? extend = null)
    {
        var folder = new CompanyFolder(dataFolder, company);
        if (string.IsNullOrWhiteSpace(database))
        {
            // A file that is taken away while the program runs does not come again as an empty one: migrating alone makes it.
            var file = new SqliteConnectionStringBuilder
            {
                DataSource = folder.Records, Mode = SqliteOpenMode.ReadWrite, ForeignKeys = true, DefaultTimeout = 15,
            };
            return new(company, folder, file.ConnectionString, isSqlite: true, extend);
        }
        Refusal.Throw(WhyNot(database));
        var server = new NpgsqlConnectionStringBuilder(database[PostgresPrefix.Length..])
        {
            SearchPath = "company_" + company, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2,
        };
        return new(company, folder, server.ConnectionString, isSqlite: false, extend);
    }

    /// <summary>Why this cannot be what <see cref="Of"/> takes for a database; whether it can be reached is another question.</summary>
    public static Refusal? WhyNot(string? database)
    {
        if (string.IsNullOrWhiteSpace(database)) return null;
        if (!database.StartsWith(PostgresPrefix, StringComparison.Ordinal)) return new("database.malformed");
        try
        {
            return new NpgsqlConnectionStringBuilder(database[PostgresPrefix.Length..]).Host is { Length: > 0 }
                ? null : new("database.no-host");
        }
        catch (Exception why) when (why is ArgumentException or FormatException)
        {
            return new("database.connection-malformed", why.Message);
        }
    }

    /// <summary>A context from the pool; dispose it soon.</summary>
    public ServiceDb CreateDbContext() => create();

    /// <summary>Creates what is missing: file or schema, then every migration that has not run. Gives how many did.</summary>
    /// <exception cref="RefusedException">A newer program made these records.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancel = default)
    {
        if (IsSqlite) await SqlitePragmas.MakeFileAsync(ConnectionString, cancel);
        await using var db = CreateDbContext();
        // The schema's name is our own: letters, digits and underlines.
#pragma warning disable EF1002
        if (!IsSqlite) await db.Database.ExecuteSqlRawAsync($"CREATE SCHEMA IF NOT EXISTS {Schema}", cancel);
#pragma warning restore EF1002
        var (known, applied) = (db.Database.GetMigrations().ToArray(), (await db.Database.GetAppliedMigrationsAsync(cancel)).ToArray());
        // This program would write rows that the newer one does not expect.
        if (applied.Except(known).LastOrDefault() is { } newer) throw new RefusedException(new("database.newer", newer));
        // Asked first: migrating takes a lock and writes it down, even where there is nothing to do.
        var missing = known.Except(applied).Count();
        if (missing == 0) return 0;
        await db.Database.MigrateAsync(cancel);
        await SearchTables.CreateAsync(db, cancel);
        return missing;
    }

    public async ValueTask DisposeAsync()
    {
        await pool.DisposeAsync();
        if (IsSqlite) SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        else await using (var connection = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(connection);
    }

    internal static void UseSqlite(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .AddInterceptors(new SqlitePragmas(), new CompiledQueries())
        .ConfigureWarnings(SnapshotIsTested);

    internal static void UsePostgres(DbContextOptionsBuilder options, string connectionString, string schema) => options
        .UseNpgsql(connectionString, npgsql => npgsql
            .MigrationsHistoryTable("__EFMigrationsHistory", schema)
            .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .AddInterceptors(new ConnectionsInStep())
        .ConfigureWarnings(SnapshotIsTested);

    /// <summary>Whether a migration is missing is asked by a test; at every start it costs a tenth of the time.</summary>
    private static void SnapshotIsTested(WarningsConfigurationBuilder warnings) =>
        warnings.Ignore(RelationalEventId.PendingModelChangesWarning);
}
