using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Features.Import.Rows;

namespace Sanbao.Web.Features.Import;

/// <summary>Some lines of the file on their way into the store: all of those that are right are stored, or none.</summary>
internal sealed class ImportBatch
{
    private readonly ImportOrder order;
    private readonly KindRows rows;
    private readonly TimeZoneInfo zone;
    private readonly int length;
    private readonly long first;
    private readonly List<(string Key, FileRecord Record)> lines;
    // Wrong whatever is stored.
    private readonly List<List<RowError>> wrong = [];
    private List<List<RowError>> refused = [];
    private List<Built> built = [];
    private List<RowValues> read = [];
    private int known;

    /// <param name="seen">The keys of all lines before, each with its line.</param>
    public ImportBatch(ImportOrder order, KindRows rows, TimeZoneInfo zone, FileRecord[] records, Dictionary<string, long> seen)
    {
        (this.order, this.rows, this.zone, length) = (order, rows, zone, records.Length);
        lines = new(records.Length);
        first = records.Length == 0 ? 0 : records[0].Line;
        foreach (var record in records) Take(record, seen);
    }

    public bool IsEmpty => built.Count == 0;

    /// <summary>Looks at what is stored and makes the documents of the lines that are not. May be done again when that has
    /// changed.</summary>
    public async Task BuildAsync(ServiceDatabase database, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        var stored = await rows.KnownAsync(db, lines.ConvertAll(l => l.Key), cancel);
        var fresh = lines.Where(l => !stored.Contains(l.Key)).Select(l => new RowValues(order.Map, l.Record, zone)).ToList();
        await rows.LookUpAsync(db, fresh, cancel);
        (known, built, refused, read) = (lines.Count - fresh.Count, new(fresh.Count), [], fresh);
        foreach (var row in fresh)
            if (rows.Build(row, order.By, now) is { } line) built.Add(line);
            else refused.Add(row.Errors);
        rows.Settle(built);
    }

    public bool Add(Creation save)
    {
        foreach (var model in built.Select(b => b.Model).OfType<Product>().Distinct()) save.Add(model);
        foreach (var line in built) line.Add(save);
        return true;
    }

    /// <summary>What came of it, errors in the order of their lines.</summary>
    public void Tell(ImportResult result)
    {
        result.Read += length;
        result.Known += known;
        built.ForEach(result.Store);
        foreach (var errors in wrong.Concat(refused).OrderBy(e => e[0].Line)) result.Refuse(errors);
        foreach (var row in read) result.Take(row, show: order.Preview);
    }

    // Lines that can be read and have a key that the file did not use before.
    private void Take(FileRecord record, Dictionary<string, long> seen)
    {
        var row = new RowValues(order.Map, record, zone);
        if (record.Fault is { } fault) wrong.Add([new(record.Line, "", fault)]);
        else if (rows.KeyOf(row) is not { } key) wrong.Add(row.Errors);
        else if (seen.TryAdd(key, record.Line) || (rows.MayStandAgain && seen[key] >= first)) lines.Add((key, record));
        else
        {
            row.Fail(rows.KeyField, "import.twice-in-file", seen[key]);
            wrong.Add(row.Errors);
        }
    }
}
