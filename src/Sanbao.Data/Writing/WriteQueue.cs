using System.Threading.Channels;

namespace Sanbao.Data.Writing;

/// <summary>
/// Group commit: while one batch is put on the disk the next one gathers, so that many callers share one flush (docs/decisions/0005). A
/// unit that fails goes back to its savepoint and leaves the others alone; when a whole batch fails its units run one by one.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const int LargestBatch = 64;

    private readonly Channel<WriteUnit> waiting;
    private readonly Func<WriteSession> open;
    private readonly Task working;

    public WriteQueue(Func<WriteSession> open, int capacity)
    {
        this.open = open;
        waiting = Channel.CreateBounded<WriteUnit>(new BoundedChannelOptions(capacity) { SingleReader = true });
        working = Task.Run(WorkAsync);
    }

    /// <summary>Takes the unit in, or refuses at once when too many wait.</summary>
    public void Add(WriteUnit unit)
    {
        if (!waiting.Writer.TryWrite(unit)) throw new BusyException();
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await working;
    }

    private async Task WorkAsync()
    {
        WriteSession? session = null;
        var batch = new List<WriteUnit>(LargestBatch);
        while (await waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && waiting.Reader.TryRead(out var unit))
                if (unit.TryBegin()) batch.Add(unit);
            session = await WriteAsync(session, batch);
        }
        if (session is not null) await session.DisposeAsync();
    }

    private async Task<WriteSession?> WriteAsync(WriteSession? session, List<WriteUnit> batch)
    {
        // A connection that was open before may have died meanwhile; only a new one's failure is the unit's own.
        var fresh = session is null;
        try
        {
            await CommitAsync(session ??= open(), batch);
            return session;
        }
        catch (Exception whole)
        {
            session = await RenewAsync(session);
            if (fresh && batch.Count == 1) batch[0].Fail(whole);
            else foreach (var unit in batch) session = await WriteAsync(session, [unit]);
            return session;
        }
    }

    private static async Task CommitAsync(WriteSession session, List<WriteUnit> batch)
    {
        var done = new List<WriteUnit>(batch.Count);
        var failed = new List<(WriteUnit Unit, Exception Why)>();
        await session.BeginAsync();
        var counters = new CounterBook(session);
        foreach (var unit in batch)
        {
            session.Mark();
            try
            {
                await unit.RunAsync(session, counters);
                counters.Keep();
                done.Add(unit);
            }
            catch (Exception why)
            {
                // When even going back fails, the whole batch has.
                await session.GoBackAsync();
                counters.GiveBack();
                failed.Add((unit, why));
            }
        }
        await session.CommitAsync(counters);
        foreach (var unit in done) unit.Complete();
        foreach (var (unit, why) in failed) unit.Fail(why);
    }

    /// <summary>A session that failed is given up; the next batch opens a new one.</summary>
    private static async Task<WriteSession?> RenewAsync(WriteSession? session)
    {
        if (session is null) return null;
        try
        {
            await session.RollbackAsync();
            await session.DisposeAsync();
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            // It is broken already; nothing of it is committed.
        }
        return null;
    }
}

/// <summary>Too many writes wait; the caller tries again a little later (503 with Retry-After).</summary>
public sealed class BusyException() : Exception("Too many writes are waiting.");
