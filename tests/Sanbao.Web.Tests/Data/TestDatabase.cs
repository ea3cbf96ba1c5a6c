using Sanbao.Data;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Tests.Data;

/// <summary>Which database a conformance test runs on.</summary>
public enum Kind { Sqlite, Postgres }

/// <summary>A new, migrated, empty database of one kind.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "sanbao-test-" + Guid.NewGuid().ToString("N"));
    private readonly string? option;

    private TestDatabase(string? option)
    {
        this.option = option;
        Store = ServiceDatabase.Of(folder, option);
        Writer = new Writer(Store);
    }

    public ServiceDatabase Store { get; private set; }
    public Writer Writer { get; private set; }

    public static TheoryData<Kind> Kinds => [Kind.Sqlite, Kind.Postgres];

    public static async Task<TestDatabase> NewAsync(Kind kind, PostgresCluster cluster)
    {
        var test = new TestDatabase(kind is Kind.Postgres ? "postgres:" + await cluster.NewDatabaseAsync() : null);
        await test.Store.MigrateAsync();
        return test;
    }

    public ServiceDb Open() => Store.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
