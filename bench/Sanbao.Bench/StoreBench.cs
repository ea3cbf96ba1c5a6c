using System.Diagnostics;
using System.Globalization;
using Sanbao.Bench.Raw;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Bench;

/// <summary>The store alone: judged requests with their deadlines through the writer, beside the same statements without it.</summary>
internal static class StoreBench
{
    private const int Callers = 64;

    public static async Task Run(Options options)
    {
        Console.WriteLine($"durable creates a second, {Callers} callers, judgement and deadlines included\n");
        Console.WriteLine("| database | writer | raw | ratio |\n|---|---|---|---|");
        var folder = Directory.CreateTempSubdirectory("sanbao-bench-").FullName;
        await using (var sqlite = ServiceDatabase.Of(folder, null))
            await Measure("SQLite", sqlite, new RawSqlite(sqlite.ConnectionString), options.Seconds);
        Directory.Delete(folder, recursive: true);
        if (options.Postgres is null) return;
        await using var postgres = ServiceDatabase.Of(folder, "postgres:" + options.Postgres);
        await Measure("PostgreSQL", postgres, new RawPostgres(postgres.ConnectionString), options.Seconds);
    }

    private static async Task Measure(string name, ServiceDatabase database, IRaw raw, int seconds)
    {
        await database.MigrateAsync();
        await using var writer = new Writer(database);
        var first = await Create(writer);
        await using var db = database.CreateDbContext();
        var blueprint = Blueprint.Of(await WrittenRows.Of(db, first));
        await Rate(writer, 2);
        var ours = await Rate(writer, seconds);
        var limit = await raw.Writes(blueprint, seconds);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"| {name} | {ours:0} | {limit:0} ({raw.Name}) | {ours / limit:0.00} |"));
    }

    private static async Task<double> Rate(Writer writer, int seconds)
    {
        var watch = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; watch.Elapsed.TotalSeconds < seconds; count++) await Create(writer);
            return count;
        })));
        return done.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static Task<Guid> Create(Writer writer)
    {
        var now = DateTimeOffset.UtcNow.ToMilliseconds();
        var charter = CharterLibrary.Shipped.InForce("S0", new(2026, 1, 1))!;
        var facts = new Facts { On = new(2026, 5, 2), Line = "motor", Dates = new() { Delivered = new(2025, 3, 10) },
            Evidence = ["delivery"] };
        var request = ServiceRequest.Open(
            new()
            {
                Channel = Channel.Phone, Category =
                    RequestCategory.Fault, Description = "轴承异响，停机", Zone = Zone.City, Mode = ServiceMode.OnSite,
                CustomerName = "苏州轨道交通", ReporterPhone = "13812345678", Serial = "YE3-2024-000123", ReportedAt = now,
            },
            charter, (facts, EntitlementEngine.Judge(charter, facts)), Actor.System, now);
        return writer.CreateAsync(creation =>
        {
            creation.Add(request, now.Year);
            return request.Id;
        });
    }
}
