using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Writing;

/// <summary>
/// The one way in which records change. Creates go through one queue per process with group commit; updates of one document run directly
/// on PostgreSQL, and through the same queue on SQLite, which has one writer. Never write from inside a write: it would wait for itself.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    // Of several who change one document at once, each round lets one through.
    private const int Attempts = 10;
    /// <summary>Milliseconds, for each attempt that was lost.</summary>
    private const int MostApart = 5;
    private const int DefaultCapacity = 2000;

    private readonly ServiceDatabase database;
    private readonly WriteQueue queue;
    private readonly Lazy<EntityInserter> inserter;
    private readonly Lazy<UniqueViolations> unique;

    public Writer(ServiceDatabase database) : this(database, DefaultCapacity) { }

    /// <summary>Something was committed through this writer. Handlers return at once and never throw.</summary>
    public event Action? Committed;

    internal Writer(ServiceDatabase database, int capacity)
    {
        this.database = database;
        queue = new(() => database.IsSqlite ? new SqliteSession(database) : new PostgresSession(database.ConnectionString), capacity);
        inserter = new(() => EntityInserter.Of(Model()));
        unique = new(() => new UniqueViolations(Model()));
    }

    /// <summary>
    /// Loads, calls a verb, and saves once; runs again when somebody else changed the same document meanwhile. The work must be a function
    /// of its arguments and do nothing outside the context.
    /// </summary>
    /// <exception cref="BusyException">Too many changed the same document, or wait.</exception>
    public async Task<T> RunAsync<T>(Func<ServiceDb, Task<T>> work, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await (database.IsSqlite ? QueueAsync(work, cancel) : DirectAsync(work, cancel));
                Committed?.Invoke();
                return result;
            }
            catch (Exception why) when (IsConflict(why))
            {
                // Nothing is wrong with what was asked: whoever lost that often comes again later.
                if (attempt == Attempts) throw new BusyException();
                // Those who met do not meet again at the next moment.
                await Task.Delay(Random.Shared.Next(attempt * MostApart), cancel);
            }
        }
    }

    public Task RunAsync(Func<ServiceDb, Task> work, CancellationToken cancel = default) =>
        RunAsync(async db => { await work(db); return true; }, cancel);

    /// <summary>Makes new documents. The work takes numbers and adds; it reads and decides nothing (docs/decisions/0005).</summary>
    /// <exception cref="BusyException">Too many writes wait.</exception>
    public async Task<T> CreateAsync<T>(Func<Creation, T> work, CancellationToken cancel = default)
    {
        var unit = new CreateUnit<T>(inserter.Value, unique.Value, work);
        queue.Add(unit);
        T made;
        await using (cancel.UnsafeRegister(_ => unit.Cancel(cancel), null)) made = await unit.Answer;
        Committed?.Invoke();
        return made;
    }

    /// <summary>Makes the rows of a new document on the caller's core, so that the one writer has less to do.</summary>
    public Ahead<T> Ahead<T>(T document) where T : Document, INumbered => new(inserter.Value, document);

    public ValueTask DisposeAsync() => queue.DisposeAsync();

    private async Task<T> QueueAsync<T>(Func<ServiceDb, Task<T>> work, CancellationToken cancel)
    {
        var unit = new UpdateUnit<T>(unique.Value, work);
        queue.Add(unit);
        await using (cancel.UnsafeRegister(_ => unit.Cancel(cancel), null)) return await unit.Answer;
    }

    private async Task<T> DirectAsync<T>(Func<ServiceDb, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            await using var db = database.CreateDbContext();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            // What a failed attempt made is not there.
            db.TakeMade();
            var result = await work(db);
            await db.SaveChangesAsync(cancel);
            await CountAsync(db, cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (DbUpdateException why) when (unique.Value.Translate(why) is var said && !ReferenceEquals(said, why))
        {
            throw said;
        }
    }

    // Last, and in one order, so that two never wait for each other's counters.
    private static async Task CountAsync(ServiceDb db, CancellationToken cancel)
    {
        foreach (var kind in db.TakeMade().GroupBy(k => k))
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO com_counters(name, value) VALUES ({Counter.OfSeq(kind.Key)}, {kind.LongCount()})
                ON CONFLICT (name) DO UPDATE SET value = com_counters.value + excluded.value
                """,
                cancel);
    }

    private static bool IsConflict(Exception why) => why switch
    {
        DbUpdateConcurrencyException => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        // Two wrote the same next line of one document.
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "jou_lines" or "com_journal" or "req_events"
            or "prm_deadlines" or "prm_firings" } => true,
        DbUpdateException { InnerException: { } inner } => IsConflict(inner),
        // PostgreSQL's own wrapping of what may pass, a deadlock among them.
        InvalidOperationException { InnerException: { } inner } => IsConflict(inner),
        _ => false,
    };

    private IModel Model()
    {
        using var db = database.CreateDbContext();
        return db.Model;
    }
}
