using Sanbao.Data;
using Sanbao.Data.Writing;
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
/// running it again changes nothing, and is the way to go on after it was interrupted. While one batch is written the next
/// one is read and judged, so that the writer never waits for the file.
/// </summary>
internal sealed class ImportRun(ServiceDatabase database, Writer writer, TimeProvider clock, TimeZoneInfo zone, ImportCharters charters)
{
    /// <summary>Lines that are stored together.</summary>
    internal const int BatchSize = 1000;

    private const int Attempts = 3;
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(100);

    public async Task<ImportResult> RunAsync(ImportOrder order, Action<ImportResult>? progress, CancellationToken cancel = default)
    {
        var rows = RowsOf(order);
        var result = new ImportResult(order.Source.Count, clock, order.Wrong);
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        (ImportBatch Batch, Task Stored)? before = null;
        progress?.Invoke(result);
        try
        {
            foreach (var records in Batches(order, rows))
            {
                cancel.ThrowIfCancellationRequested();
                var batch = new ImportBatch(order, rows, zone, records, seen);
                await batch.BuildAsync(database, clock.Now(), cancel);
                // What is stored was not what it seemed; so it may not be for this batch either.
                if (before is { } earlier && await FinishAsync(earlier)) await batch.BuildAsync(database, clock.Now(), cancel);
                cancel.ThrowIfCancellationRequested();
                before = (batch, StoreAsync(order, batch, cancel));
            }
            if (before is { } last) await FinishAsync(last);
            return result;
        }
        finally
        {
            if (before is { } begun)
            {
                await begun.Stored.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                // Broken off: what is stored is counted all the same.
                if (begun.Stored.IsCompletedSuccessfully) begun.Batch.Tell(result);
            }
        }

        // True: somebody else stored one of its lines or models meanwhile, and it was looked up and built again.
        async Task<bool> FinishAsync((ImportBatch Batch, Task Stored) begun)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await begun.Stored;
                    before = null;
                    begun.Batch.Tell(result);
                    progress?.Invoke(result);
                    return attempt > 1;
                }
                catch (FieldErrorsException) when (attempt < Attempts)
                {
                    rows.Forget();
                    await begun.Batch.BuildAsync(database, clock.Now(), cancel);
                    begun.Stored = StoreAsync(order, begun.Batch, cancel);
                }
            }
        }
    }

    /// <summary>Lines that say more of the same thing are stored with its first one.</summary>
    private IEnumerable<FileRecord[]> Batches(ImportOrder order, KindRows rows)
    {
        var batch = new List<FileRecord>(BatchSize);
        foreach (var record in order.Source.Records())
        {
            if (batch.Count >= BatchSize && !(GoesOn(record) && batch.Count < 2 * BatchSize))
            {
                yield return [.. batch];
                batch.Clear();
            }
            batch.Add(record);
        }
        if (batch.Count > 0) yield return [.. batch];

        bool GoesOn(FileRecord record) => rows.MayStandAgain && KeyOf(record) is { } key && key == KeyOf(batch[^1]);

        string? KeyOf(FileRecord record) => record.Fault is null ? rows.KeyOf(new(order.Map, record, zone)) : null;
    }

    private KindRows RowsOf(ImportOrder order) => order.Map.Map.Kind switch
    {
        ImportKind.Customers => new CustomerRows(),
        ImportKind.Equipment => new EquipmentRows(charters, zone),
        ImportKind.Requests => new RequestRows(charters.For(order.Map.Map.Charter), zone, writer),
    };

    private async Task StoreAsync(ImportOrder order, ImportBatch batch, CancellationToken cancel)
    {
        while (!order.Preview && !batch.IsEmpty)
        {
            try
            {
                await writer.CreateAsync(batch.Add, cancel);
                return;
            }
            // People come first.
            catch (BusyException) { await Task.Delay(BusyPause, cancel); }
        }
    }
}
