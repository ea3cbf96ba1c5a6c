using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Journal;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Accounts;

namespace Sanbao.Web.Features.Demo;

/// <summary>Who does what in the demo company's history: the demo accounts, and a few colleagues so that the work is spread.</summary>
internal sealed record DemoPeople(ImmutableArray<Actor> Liaisons, ImmutableArray<Actor> Engineers, Actor Manager, Actor ProductEngineer,
    Actor Sales)
{
    private static readonly DemoAccount[] Colleagues =
    [
        new("kefu2", "liaison", "刘敏"), new("gongchengshi2", "engineer", "李强"), new("gongchengshi3", "engineer", "赵磊"),
        new("gongchengshi4", "engineer", "孙浩"), new("gongchengshi5", "engineer", "何军"), new("chanpin", "product-engineer", "周文博"),
    ];

    /// <summary>Makes accounts that are missing, and reads all of them.</summary>
    public static async Task<DemoPeople> LoadAsync(
        ServiceDatabase database, Writer writer, Passwords passwords, DateTimeOffset now, bool asked, CancellationToken cancel)
    {
        await DemoAccounts.LoadAsync(writer, passwords, now, asked, cancel);
        var hash = await passwords.HashAsync(DemoAccounts.Password, cancel);
        await writer.RunAsync(
            async db =>
            {
                var known = await db.Accounts.Select(a => a.UserName).ToListAsync(cancel);
                foreach (var colleague in Colleagues.Where(c => !known.Contains(c.Login)))
                    await DemoAccounts.AddAsync(db, colleague, hash, now);
                var settings = await db.Settings.SingleAsync(cancel);
                if (settings.Name.Length > 0) return;
                (settings.Name, settings.NameEn) = (DemoNames.Company, DemoNames.CompanyInEnglish);
                (settings.DefaultCharter, settings.Version) = (DemoCharter.Own, settings.Version + 1);
                await CompanyJournal.NoteAsync(
                    db, "settings.begun", Actor.System, now, ("name", settings.Name), ("charter", settings.DefaultCharter));
            },
            cancel);
        await using var read = database.CreateDbContext();
        var accounts = await read.Accounts.AsNoTracking().OrderBy(a => a.UserName).ToListAsync(cancel);
        return Of([.. accounts.Select(a => a.ToActor())]);
    }

    private static DemoPeople Of(Actor[] all) =>
        new(With(all, "liaison"), With(all, "engineer"), With(all, "service-manager")[0], With(all, "product-engineer")[0],
            With(all, "sales")[0]);

    private static ImmutableArray<Actor> With(Actor[] all, string role) => [.. all.Where(a => a.Roles.Contains(role))];
}
