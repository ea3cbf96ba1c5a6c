namespace Sanbao.Data.Writing;

/// <summary>One thing to write, waiting in the queue. Its caller is answered after the commit, never before.</summary>
internal abstract class WriteUnit
{
    private const int Waiting = 0, Begun = 1, Cancelled = 2;
    private int state = Waiting;

    /// <summary>False when the caller gave up before it began; a begun unit is carried to its end.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref state, Begun, Waiting) != Cancelled;

    public void Cancel(CancellationToken by)
    {
        if (Interlocked.CompareExchange(ref state, Cancelled, Waiting) == Waiting) Fail(new OperationCanceledException(by));
    }

    public abstract Task RunAsync(WriteSession session, CounterBook counters);
    public abstract void Complete();
    public abstract void Fail(Exception why);
}

internal sealed class CreateUnit<T>(EntityInserter inserter, UniqueViolations unique, Func<Creation, T> work) : WriteUnit
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Creation creation = new(inserter);
    private T result = default!;

    public Task<T> Answer => answer.Task;

    public override Task RunAsync(WriteSession session, CounterBook counters)
    {
        creation.Begin(counters);
        result = work(creation);
        return session.SaveUnitAsync(creation.Rows, creation.Words);
    }

    public override void Complete() => answer.TrySetResult(result);
    public override void Fail(Exception why) => answer.TrySetException(unique.Translate(why));
}

/// <summary>An update on SQLite, whose only writer is the queue.</summary>
internal sealed class UpdateUnit<T>(UniqueViolations unique, Func<ServiceDb, Task<T>> work) : WriteUnit
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Answer => answer.Task;

    public override async Task RunAsync(WriteSession session, CounterBook counters)
    {
        await using var db = session.OpenContext();
        db.Next = name => Task.FromResult(counters.Next(name));
        result = await work(db);
        await db.SaveChangesAsync();
        foreach (var kind in db.TakeMade()) counters.Next(Counter.OfSeq(kind));
        await session.SaveUnitAsync([], []);
    }

    public override void Complete() => answer.TrySetResult(result);
    public override void Fail(Exception why) => answer.TrySetException(unique.Translate(why));
}
