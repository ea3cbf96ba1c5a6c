using System.Collections.Concurrent;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Import.Jobs;

/// <summary>
/// Previews and imports in the background. Who works on a file holds its lock, so it is never done twice at once, and what was running in
/// a process that died is seen to be idle; running it again goes on where it stopped.
/// </summary>
internal sealed class ImportWork(
    ServiceDatabase database, Writer writer, TimeProvider clock, CharterShelf charters, CompanyBook company, HeldImports held,
    ILogger<ImportWork> log) : BackgroundService
{
    private static readonly TimeSpan SweepPace = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, (Task Work, CancellationTokenSource Ending)> working = new();
    private readonly CancellationTokenSource ending = new();

    /// <summary>Begins in the background; the task ends with the work. Null: somebody works on it already, or it was discarded.</summary>
    public async Task<Task?> TryBeginAsync(HeldImport import, bool preview, Actor by)
    {
        if (await held.TryLockAsync(import.Id) is not { } own) return null;
        var begun = import with
        {
            Phase = preview ? ImportPhase.Looking : ImportPhase.Running,
            Counts = ImportCounts.None,
            Shown = preview ? [] : import.Shown,
            Remarks = preview ? [] : import.Remarks,
            Why = null,
            EndedAt = null,
        };
        held.Save(begun);
        var until = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        var work = Task.Run(() => WorkAsync(begun, by, own, until.Token));
        working[import.Id] = (work, until);
        _ = work.ContinueWith(_ => Forget(import.Id), TaskScheduler.Default);
        return work;
    }

    /// <summary>Ends what is done with it on this node; another node notices when it next says how far it is.</summary>
    public void Stop(Guid id)
    {
        if (working.TryGetValue(id, out var now)) now.Ending.Cancel();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await ending.CancelAsync();
        var all = Task.WhenAll(working.Values.Select(w => w.Work));
        await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        ending.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SweepPace);
        try
        {
            do held.Sweep();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        // The site ends.
        catch (OperationCanceledException) { }
    }

    private void Forget(Guid id)
    {
        if (working.TryRemove(id, out var done)) done.Ending.Dispose();
    }

    private async Task WorkAsync(HeldImport import, Actor by, FileStream own, CancellationToken cancel)
    {
        await using var released = own;
        try
        {
            held.Save(await RunAsync(import, by, cancel));
            if (import.Phase is ImportPhase.Running) held.RemoveFile(import.Id);
        }
        // The site ends: what is stored is stored, and the page offers to go on. Or somebody discarded it.
        catch (OperationCanceledException) { }
        catch (Exception e) when (HeldImports.IsGone(e) && held.Read(import.Id) is null) { }
        catch (RefusedException e)
        {
            Fail(import, e.Refusal);
        }
        catch (Exception e)
        {
            log.LogError(e, "Import {Id} failed", import.Id);
            Fail(import, new("import.failed"));
        }
    }

    private void Fail(HeldImport import, Refusal why)
    {
        try { held.Save(import with { Phase = ImportPhase.Failed, Why = ToldTwice.Of(why), EndedAt = clock.Now() }); }
        catch (DirectoryNotFoundException) { }
    }

    private async Task<HeldImport> RunAsync(HeldImport import, Actor by, CancellationToken cancel)
    {
        var preview = import.Phase is ImportPhase.Looking;
        await using var file = held.Open(import.Id);
        var map = HeldMaps.Of(import);
        var source = RecordSource.Open(file, new(import.Encoding, map.Separator, HeaderLine: import.HeaderLine), cancel);
        var result = await ReadAsync(import, new(source, BoundMap.Of(map, source.Header), by, preview), cancel);
        held.KeepErrors(import.Id);
        return import with
        {
            Phase = preview ? ImportPhase.Ready : ImportPhase.Done,
            Counts = ImportCounts.Of(result),
            EndedAt = clock.Now(),
            Remarks = [.. source.Remarks.Concat(result.Remarks).Select(ToldTwice.Of)],
            Shown = preview
                ? [.. result.Shown.Select(l => new PreviewLine(l.Line, [.. l.Values.Select(v => new PreviewValue(v.Field, v.Value))]))]
                : import.Shown,
        };
    }

    /// <summary>However it ends, the company's journal says what was stored.</summary>
    private async Task<ImportResult> ReadAsync(HeldImport import, ImportOrder order, CancellationToken cancel)
    {
        var run = new ImportRun(database, writer, clock, company.Now.Zone, new ImportCharters(charters.Library, company.Now.UsualCharter));
        var pace = new ImportPace(clock, r => held.Save(import with { Counts = ImportCounts.Of(r) }));
        var result = new ImportResult(order.Source.Count, clock, null);
        await using var errors = new ErrorWriter(held.WriteErrors(import.Id));
        try
        {
            return await run.RunAsync(order with { Wrong = errors.Write }, r => pace.Tell(result = r), cancel);
        }
        finally
        {
            if (!order.Preview) await ImportJournal.NoteAsync(writer, order.By, clock.Now(), import.Kind, import.FileName, result);
        }
    }
}
