using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Bench.Raw;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Platform;

namespace Sanbao.Bench;

/// <summary>Request history from files, checked, numbered, searchable and on the disk, beside the same rows without anything of
/// that.</summary>
internal static class ImportBench
{
    private const string Folder = "../shared/data/openrepair";
    private const int MadeLines = 50_000;

    public static async Task Run(Options options)
    {
        var files = Directory.Exists(Folder)
            ? Directory.GetFiles(Folder, "*.csv").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray() : [Made()];
        var madeUp = Directory.Exists(Folder) ? "" : ", made up: the Open Repair files are not beside the repository";
        Console.WriteLine($"{files.Length} files, {files.Sum(f => f.LongLength) / 1024 / 1024.0:0.0} MB{madeUp}\n");
        Console.WriteLine("| database | requests | first import | again | raw | ratio |\n|---|---|---|---|---|---|");
        var folder = Directory.CreateTempSubdirectory("sanbao-bench-").FullName;
        await using (var warm = ServiceDatabase.Of(Path.Combine(folder, "warm"), null)) await Import(warm, files[..1]);
        await using (var sqlite = ServiceDatabase.Of(folder, null)) await Measure("SQLite", sqlite, files, options.Seconds);
        Directory.Delete(folder, recursive: true);
        if (options.Postgres is null) return;
        await using var postgres = ServiceDatabase.Of(folder, "postgres:" + options.Postgres);
        await Measure("PostgreSQL", postgres, files, options.Seconds);
    }

    private static async Task Measure(string name, ServiceDatabase database, byte[][] files, int seconds)
    {
        var (stored, first) = await Import(database, files);
        var (nothing, again) = await Import(database, files);
        if (nothing != 0) throw new InvalidOperationException("Running it again changed something.");
        var raw = database.IsSqlite ? await Raw(database, seconds) : (double?)null;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {stored} | {stored / first.TotalSeconds:0}/s | {stored / again.TotalSeconds:0}/s "
                + $"| {(raw is null ? "not measured" : $"{raw:0}/s")} | {stored / first.TotalSeconds / raw:0.00} |"));
    }

    private static async Task<(long Stored, TimeSpan Took)> Import(ServiceDatabase database, byte[][] files)
    {
        await database.MigrateAsync();
        await using var writer = new Writer(database);
        var run = new ImportRun(database, writer, TimeProvider.System, Company.China, new ImportCharters(CharterLibrary.Shipped, "S1"));
        var (map, stored, watch) = (ShippedMaps.Find("open-repair")!, 0L, Stopwatch.StartNew());
        foreach (var file in files)
        {
            var source = RecordSource.Open(new MemoryStream(file), new(null, map.Separator, map.Names));
            stored += (await run.RunAsync(new(source, BoundMap.Of(map, source.Header), Actor.System, Preview: false), null)).Stored;
        }
        return (stored, watch.Elapsed);
    }

    /// <summary>The rows of one of the requests, as often in a transaction as the import puts them there.</summary>
    private static async Task<double> Raw(ServiceDatabase database, int seconds)
    {
        await using var db = database.CreateDbContext();
        var one = await db.Requests.OrderBy(r => r.Seq).Where(r => r.Description != "").Select(r => r.Id).FirstAsync();
        return await new RawSqlite(database.ConnectionString)
            .Writes(Blueprint.Of(await WrittenRows.Of(db, one)), seconds, ImportRun.BatchSize);
    }

    private static byte[] Made()
    {
        var text = new StringBuilder(
            "id,data_provider,country,partner_product_category,product_category,product_category_id,brand,year_of_manufacture,"
                + "product_age,repair_status,repair_barrier_if_end_of_life,group_identifier,event_date,problem\n");
        for (var n = 0; n < MadeLines; n++)
            text.Append(CultureInfo.InvariantCulture,
                $"m_{n},P,DNK,A ~ B,Category {n % 40},1,Brand {n % 300},,,Fixed,,G,2024-0{n % 9 + 1}-11,"
                    + $"It does not switch on any more and smells of burnt dust {n}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
