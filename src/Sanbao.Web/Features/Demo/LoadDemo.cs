using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Demo;

/// <summary>Stores the demo company in an empty database.</summary>
internal sealed class LoadDemo(ServiceDatabase database, Writer writer, CharterShelf charters, TimeProvider clock)
{
    /// <summary>There are no records yet, so that the demo cannot mix with real ones.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancel = default)
    {
        await using var db = database.CreateDbContext();
        return !await db.Customers.AnyAsync(cancel) && !await db.Requests.AnyAsync(cancel) && !await db.Equipment.AnyAsync(cancel);
    }

    /// <param name="progress">Hears how many parts are stored.</param>
    public async Task RunAsync(int requests, Action<int>? progress = null, CancellationToken cancel = default)
    {
        if (!await IsEmptyAsync(cancel)) throw new RefusedException(new("demo.not-empty"));
        await PeopleAsync(cancel);
        var company = new DemoCompany(charters.Library, Company.China, clock.Now(), requests);
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

    private Task PeopleAsync(CancellationToken cancel)
    {
        var (now, hasher) = (clock.Now(), new PasswordHasher<Account>());
        var hash = hasher.HashPassword(new Account(), DemoPeople.Password);
        return writer.RunAsync(
            async db =>
            {
                var known = await db.Accounts.Select(a => a.NormalizedUserName).ToListAsync(cancel);
                db.Accounts.AddRange(DemoPeople.All.Where(p => !known.Contains(p.UserName.ToUpperInvariant())).Select(p => AccountOf(p, hash, now)));
                var settings = await db.Settings.SingleOrDefaultAsync(cancel);
                if (settings is null) db.Settings.Add(settings = new CompanySettings());
                if (settings.Name.Length == 0) settings.Name = DemoNames.Company;
            },
            cancel);
    }

    private static Account AccountOf(DemoPerson person, string hash, DateTimeOffset now) => new()
    {
        Id = person.Id, UserName = person.UserName, NormalizedUserName = person.UserName.ToUpperInvariant(), DisplayName = person.Name,
        Roles = [person.Role], PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString("N"), CreatedAt = now, LockoutEnabled = true,
    };
}
