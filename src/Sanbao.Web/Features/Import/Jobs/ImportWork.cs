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
    ServiceDatabase database, Writer writer, TimeProvider clock, CharterShelf charters, CompanyBook company, HeldImports held, ILogger<ImportWork> log) : BackgroundService
{
    private static readonly TimeSpan SweepPace = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, Task> working = new();
    private readonly CancellationTokenSource ending = new();

    /// <summary>Begins in the background; the task ends with the work. Null: somebody works on it already.</summary>
    public async Task<Task?> TryBeginAsync(HeldImport import, bool preview, Actor by)
    {
        if (await held.TryLockAsync(import.Id) is not { } own) return null;
        var begun = import with
        {
            Phase = preview ? ImportPhase.Looking : ImportPhase.Running,
            Counts = ImportCounts.None,
            Shown = preview ? [] : import.Shown,
            Why = null,
            EndedAt = null,
        };
        held.Save(begun);
        return working[import.Id] = Task.Run(() => WorkAsync(begun, by, own));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await ending.CancelAsync();
        await Task.WhenAll(working.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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

    private async Task WorkAsync(HeldImport import, Actor by, FileStream own)
    {
        await using var released = own;
        try
        {
            held.Save(await RunAsync(import, by));
            if (import.Phase is ImportPhase.Running) held.RemoveFile(import.Id);
        }
        catch (OperationCanceledException)
        {
            // The site ends; what is stored is stored, and the page offers to go on.
        }
        catch (RefusedException e)
        {
            held.Save(import with { Phase = ImportPhase.Failed, Why = ToldTwice.Of(e.Refusal), EndedAt = clock.Now() });
        }
        catch (Exception e)
        {
            log.LogError(e, "Import {Id} failed", import.Id);
            held.Save(import with { Phase = ImportPhase.Failed, Why = ToldTwice.Of(new Refusal("import.failed")), EndedAt = clock.Now() });
        }
        finally
        {
            working.TryRemove(import.Id, out _);
        }
    }

    private async Task<HeldImport> RunAsync(HeldImport import, Actor by)
    {
        var preview = import.Phase is ImportPhase.Looking;
        await using var file = held.Open(import.Id);
        await using var errors = held.WriteErrors(import.Id);
        var map = HeldMaps.Of(import);
        var source = RecordSource.Open(file, import.Encoding, map.Separator);
        var run = new ImportRun(database, writer, clock, company.Now.Zone, new ImportCharters(charters.Library, company.Now.UsualCharter));
        var order = new ImportOrder(
            source, BoundMap.Of(map, source.Header, source.TypedDates), by, preview,
            e => errors.WriteLine(HeldImports.LineOf(new(e.Line, e.Column, e.Value, ToldTwice.Of(e.What)))));
        var result = await run.RunAsync(order, new ImportPace(clock, r => held.Save(import with { Counts = ImportCounts.Of(r) })).Tell, ending.Token);
        if (!preview) await ImportJournal.NoteAsync(writer, by, clock.Now(), import.Kind, import.FileName, result);
        return import with
        {
            Phase = preview ? ImportPhase.Ready : ImportPhase.Done,
            Counts = ImportCounts.Of(result),
            EndedAt = clock.Now(),
            Shown = preview ? [.. result.Shown.Select(l => new PreviewLine(l.Line, [.. l.Values.Select(v => new PreviewValue(v.Field, v.Value))]))] : import.Shown,
        };
    }
}

/// <summary>Tells how far an import is, a few times a second at most.</summary>
internal sealed class ImportPace(TimeProvider clock, Action<ImportResult> tell)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private long? last;

    public void Tell(ImportResult result)
    {
        if (last is { } before && clock.GetElapsedTime(before) < Pause) return;
        last = clock.GetTimestamp();
        tell(result);
    }
}
