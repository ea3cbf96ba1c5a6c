using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Tests.Data;

/// <summary>Which database a conformance test runs on.</summary>
public enum Kind { Sqlite, Postgres }

/// <summary>A new, migrated, empty database of one kind.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "sanbao-test-" + Guid.NewGuid().ToString("N"));

    private TestDatabase(string? option, int capacity)
    {
        Store = ServiceDatabase.Of(folder, option);
        Writer = new Writer(Store, capacity);
    }

    public ServiceDatabase Store { get; }
    public Writer Writer { get; }
    public string CompanyFolder => Path.Combine(folder, "companies", "main");

    public static TheoryData<Kind> Kinds => [Kind.Sqlite, Kind.Postgres];

    public static async Task<TestDatabase> NewAsync(Kind kind, PostgresCluster cluster, int capacity = 2000, bool migrate = true)
    {
        if (!migrate) return new(kind is Kind.Postgres ? "postgres:" + await cluster.NewDatabaseAsync() : null, capacity);
        var test = new TestDatabase(kind is Kind.Postgres ? await cluster.NewBegunAsync() : null, capacity);
        if (kind is Kind.Sqlite) await BegunTables.PutIntoAsync(test.folder);
        await test.Store.OpenAsync();
        return test;
    }

    /// <summary>Stores the request and gives its number.</summary>
    public Task<string> CreateAsync(ServiceRequest request, int year = 2026) => Writer.CreateAsync(creation =>
    {
        creation.Add(request, year);
        return request.Number;
    });

    public ServiceDb Open() => Store.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Store.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
