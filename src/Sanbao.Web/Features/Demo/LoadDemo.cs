using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Demo;

/// <summary>Stores the demo company in an empty database. What a killed load left behind is taken out first, and it begins
/// afresh.</summary>
internal sealed class LoadDemo(ServiceDatabase database, Writer writer, CharterShelf charters, Passwords passwords, TimeProvider clock)
{
    /// <summary>A demo company that is still without records, or half there; a real one never becomes a demo by starting it.</summary>
    public async Task<bool> IsWaitingAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.Settings.AnyAsync(s => s.Demo, cancel)
            && (await DemoMark.RenewedAsync(db, cancel) is not null || await IsEmptyAsync(db, cancel));
    }

    /// <param name="asked">Somebody asked for the demo by name.</param>
    /// <param name="progress">Hears how much is stored, in percent.</param>
    public async Task RunAsync(int requests, bool asked, Action<int>? progress = null, CancellationToken cancel = default)
    {
        await BeginAsync(cancel);
        await DemoCharter.StoreAsync(writer, charters, clock.Now(), cancel);
        var people = await DemoPeople.LoadAsync(database, writer, passwords, clock.Now(), asked, cancel);
        var company = new DemoCompany(people, charters.Library, Company.China, clock.Now(), requests, writer);
        var (stored, pending) = (0, Task.CompletedTask);
        foreach (var part in company.Parts())
        {
            // The next part is thought up while this one is written.
            await pending;
            progress?.Invoke(stored++ * 100 / company.PartCount);
            cancel.ThrowIfCancellationRequested();
            pending = StoreAsync(part, cancel);
        }
        await pending;
        await writer.RunAsync(DemoMark.RemoveAsync, CancellationToken.None);
        progress?.Invoke(100);
    }

    private async Task StoreAsync(Action<Creation> part, CancellationToken cancel)
    {
        await writer.CreateAsync(save => { part(save); return true; }, cancel);
        await writer.RunAsync(db => DemoMark.RenewAsync(db, clock.Now()), cancel);
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        await using (var db = database.CreateDbContext())
        {
            var renewed = await DemoMark.RenewedAsync(db, cancel);
            if (DemoMark.IsAlive(renewed, clock.Now())) throw new RefusedException(new("demo.being-loaded"));
            if (renewed is null && !await IsEmptyAsync(db, cancel) || await IsRealAsync(db, cancel))
                throw new RefusedException(new("demo.not-empty"));
        }
        await writer.RunAsync(
            async db =>
            {
                // Of two who begin at once, the second finds the first one's mark.
                var renewed = await DemoMark.RenewedAsync(db, cancel);
                if (DemoMark.IsAlive(renewed, clock.Now())) throw new RefusedException(new("demo.being-loaded"));
                if (renewed is not null) await DemoMark.ClearAwayAsync(db, cancel);
                await DemoMark.RenewAsync(db, clock.Now());
            },
            cancel);
    }

    /// <summary>There are no records yet, so that the demo cannot mix with real ones.</summary>
    private static async Task<bool> IsEmptyAsync(ServiceDb db, CancellationToken cancel) => !await db.HasDocumentsAsync(cancel);

    // Accounts of real people must not stand beside ones whose password is told to everybody.
    private static async Task<bool> IsRealAsync(ServiceDb db, CancellationToken cancel) =>
        await db.Accounts.AnyAsync(cancel) && !await db.Settings.AnyAsync(s => s.Demo, cancel);
}
