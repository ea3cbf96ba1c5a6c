using Sanbao.Data.Search;

namespace Sanbao.Data.Writing;

/// <summary>One connection that writes batches: a transaction over several units, a savepoint for each.</summary>
internal abstract class WriteSession : IAsyncDisposable
{
    protected static string LockStatement(string name) =>
        $"INSERT INTO com_counters(name, value) VALUES ({name}, 0) "
            + "ON CONFLICT (name) DO UPDATE SET value = com_counters.value RETURNING value";

    protected static string SaveStatement(string name, string value) =>
        $"INSERT INTO com_counters(name, value) VALUES ({name}, {value}) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    public abstract Task BeginAsync();

    public abstract Task SaveUnitAsync(List<Row> rows, List<SearchWords> words);

    /// <summary>The counter's value, locked to the end of the transaction.</summary>
    public abstract long LockCounter(string name);

    /// <summary>Marks the place to which a failing unit goes back.</summary>
    public abstract void Mark();

    /// <summary>Undoes what the unit wrote since the mark.</summary>
    public abstract Task GoBackAsync();

    /// <summary>Writes the counters and commits: from here on it is on the disk.</summary>
    public abstract Task CommitAsync(CounterBook counters);
    public abstract Task RollbackAsync();

    /// <summary>A context on this connection and transaction, for an update that goes through the queue.</summary>
    public abstract ServiceDb OpenContext();

    public abstract ValueTask DisposeAsync();
}
