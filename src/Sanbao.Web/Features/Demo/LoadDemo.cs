using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Demo;

/// <summary>Stores the demo company in an empty database.</summary>
internal sealed class LoadDemo(ServiceDatabase database, Writer writer, CharterShelf charters, Passwords passwords, TimeProvider clock)
{
    /// <summary>There are no records yet, so that the demo cannot mix with real ones.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancel = default)
    {
        await using var db = database.CreateDbContext();
        return !await db.Customers.AnyAsync(cancel) && !await db.Requests.AnyAsync(cancel) && !await db.Equipment.AnyAsync(cancel);
    }

    /// <summary>A demo company that is still without records; a real one never becomes a demo by starting it.</summary>
    public async Task<bool> IsWaitingAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.Settings.AnyAsync(s => s.Demo, cancel) && await IsEmptyAsync(cancel);
    }

    /// <param name="progress">Hears how many parts are stored.</param>
    public async Task RunAsync(int requests, Action<int>? progress = null, CancellationToken cancel = default)
    {
        if (!await IsEmptyAsync(cancel) || await IsRealAsync(cancel)) throw new RefusedException(new("demo.not-empty"));
        var people = await DemoPeople.LoadAsync(database, writer, passwords, clock.Now(), cancel);
        var company = new DemoCompany(people, charters.Library, Company.China, clock.Now(), requests);
        var (stored, pending) = (0, Task.CompletedTask);
        foreach (var part in company.Parts())
        {
            // The next part is thought up while this one is written.
            await pending;
            progress?.Invoke(stored++);
            cancel.ThrowIfCancellationRequested();
            pending = writer.CreateAsync(save => { part(save); return true; }, cancel);
        }
        await pending;
    }

    // Accounts of real people must not stand beside ones whose password is told to everybody.
    private async Task<bool> IsRealAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.Accounts.AnyAsync(cancel) && !await db.Settings.AnyAsync(s => s.Demo, cancel);
    }
}
