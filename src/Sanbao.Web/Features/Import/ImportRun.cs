using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Features.Import.Rows;

namespace Sanbao.Web.Features.Import;

/// <summary>What is to be done with one file.</summary>
/// <param name="Preview">Nothing is stored; everything else is done.</param>
/// <param name="Wrong">Hears every error, also those that the result does not keep.</param>
internal sealed record ImportOrder(RecordSource Source, BoundMap Map, Actor By, bool Preview, Action<RowError>? Wrong = null);

/// <summary>
/// Brings a file in, batch by batch: each batch is stored wholly or not at all, and lines that are stored already are passed over. So
/// running it again changes nothing, and is the way to go on after it was interrupted (decision 7).
/// </summary>
internal sealed class ImportRun(ServiceDatabase database, Writer writer, TimeProvider clock, TimeZoneInfo zone, ImportCharters charters)
{
    private const int BatchSize = 1000;
    private const int Attempts = 3;

    public async Task<ImportResult> RunAsync(ImportOrder order, Action<ImportResult>? progress, CancellationToken cancel = default)
    {
        var rows = RowsOf(order);
        var result = new ImportResult(order.Source.Count, clock, order.Wrong);
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var batch in order.Source.Records().Chunk(BatchSize))
        {
            cancel.ThrowIfCancellationRequested();
            var lines = Distinct(order, rows, batch, seen, result);
            await StoreAsync(order, rows, lines, result, cancel);
            result.Read += batch.Length;
            progress?.Invoke(result);
        }
        return result;
    }

    private KindRows RowsOf(ImportOrder order) => order.Map.Map.Kind switch
    {
        ImportKind.Customers => new CustomerRows(),
        ImportKind.Equipment => new EquipmentRows(zone),
        ImportKind.Requests => new RequestRows(charters.For(order.Map.Map.Charter), zone),
    };

    // Lines of the right length and with a key that the file did not use before.
    private List<(string Key, FileRecord Record)> Distinct(
        ImportOrder order, KindRows rows, FileRecord[] batch, Dictionary<string, long> seen, ImportResult result)
    {
        var distinct = new List<(string, FileRecord)>(batch.Length);
        foreach (var record in batch)
        {
            var row = new RowValues(order.Map, record, zone);
            if (record.Fields.Length != order.Source.Header.Length)
                result.Refuse([new(record.Line, "", Phrase.Of("import.wrong-count", record.Fields.Length, order.Source.Header.Length))]);
            else if (rows.KeyOf(row) is not { } key) result.Refuse(row.Errors);
            else if (seen.TryAdd(key, record.Line)) distinct.Add((key, record));
            else
            {
                row.Fail(rows.KeyField, "import.twice-in-file", seen[key]);
                result.Refuse(row.Errors);
            }
        }
        return distinct;
    }

    private async Task StoreAsync(ImportOrder order, KindRows rows, List<(string Key, FileRecord Record)> lines, ImportResult result, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (known, built, refused) = await BuildAsync(order, rows, lines, result, cancel);
            try
            {
                if (!order.Preview && built.Count > 0)
                    await writer.CreateAsync(save => Add(built, save), cancel);
            }
            // Somebody else stored one of them meanwhile: look again.
            catch (FieldErrorsException) when (attempt < Attempts) { continue; }
            result.Known += known;
            result.Stored += built.Count;
            foreach (var errors in refused) result.Refuse(errors);
            return;
        }
    }

    private static bool Add(List<Built> built, Creation save)
    {
        foreach (var model in built.Select(b => b.Model).OfType<Product>().Distinct()) save.Add(model);
        foreach (var line in built) line.Add(save);
        return true;
    }

    private async Task<(int Known, List<Built> Built, List<List<RowError>> Refused)> BuildAsync(
        ImportOrder order, KindRows rows, List<(string Key, FileRecord Record)> lines, ImportResult result, CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        var known = await rows.KnownAsync(db, lines.ConvertAll(l => l.Key), cancel);
        var fresh = lines.Where(l => !known.Contains(l.Key)).Select(l => new RowValues(order.Map, l.Record, zone)).ToList();
        await rows.LookUpAsync(db, fresh, cancel);
        var (built, refused, now) = (new List<Built>(fresh.Count), new List<List<RowError>>(), clock.Now());
        foreach (var row in fresh)
        {
            if (rows.Build(row, order.By, now) is { } line) built.Add(line);
            else refused.Add(row.Errors);
            if (order.Preview) result.Show(row);
        }
        return (known.Count, built, refused);
    }
}
