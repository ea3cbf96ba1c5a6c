using Microsoft.EntityFrameworkCore;

namespace Sanbao.Data.Writing;

/// <summary>The one way in which records change.</summary>
public sealed class Writer(ServiceDatabase database)
{
    private const int Attempts = 4;

    /// <summary>
    /// Loads, calls a verb, and saves once; runs again when somebody else changed the same document meanwhile. The work must be a function
    /// of its arguments and do nothing outside the context.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<ServiceDb, Task<T>> work, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = database.CreateDbContext();
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                var result = await work(db);
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                return result;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts) { }
        }
    }

    public Task RunAsync(Func<ServiceDb, Task> work, CancellationToken cancel = default) =>
        RunAsync(async db => { await work(db); return true; }, cancel);

    /// <summary>Makes new documents. The work only takes numbers and adds; it reads and decides nothing (decision 12).</summary>
    public Task<T> CreateAsync<T>(Func<Creation, T> work, CancellationToken cancel = default) =>
        RunAsync(db => Task.FromResult(work(new Creation(db))), cancel);
}
