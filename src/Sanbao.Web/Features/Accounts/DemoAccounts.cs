using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Features.Accounts;

/// <summary>An account of the demo company: what is typed at the sign-in, the role, and how the person is called.</summary>
public sealed record DemoAccount(string Login, string Role, string Name);

/// <summary>
/// The people of the demo company. All have the same password, which the sign-in page tells; they exist nowhere else. What a password
/// must be does not count for them.
/// </summary>
internal static class DemoAccounts
{
    public const string Password = "sanbao-demo";

    /// <summary>Marks an account whose password was never changed: every change of a password gives a new stamp.</summary>
    private const string Stamp = "demo";

    public static readonly ImmutableArray<DemoAccount> All =
    [
        new("admin", Roles.Administrator, "赵敏"),
        new("kefu", "liaison", "王芳"),
        new("jingli", "service-manager", "李建国"),
        new("gongchengshi", "engineer", "陈伟"),
        new("diaodu", "dispatcher", "周婷"),
        new("buzhang", "department-head", "孙立军"),
        new("peijian", "parts-administrator", "吴倩"),
        new("xiaoshou", "sales", "刘洋"),
        new("caiwu", "finance", "郑丽"),
        new("zhiliang", "quality", "何志强"),
        new("zongjingli", "general-manager", "黄海涛"),
        new("shenji", "auditor", "徐静"),
    ];

    /// <summary>Makes the company a demo company with these accounts; what is there already stays as it is.</summary>
    /// <param name="asked">Somebody asked for the demo by name: it may be served to other machines, too.</param>
    public static async Task LoadAsync(
        Writer writer, Passwords passwords, DateTimeOffset now, bool asked, CancellationToken cancel = default)
    {
        var hash = await passwords.HashAsync(Password, cancel);
        await writer.RunAsync(
            async db =>
            {
                var settings = await db.Settings.SingleOrDefaultAsync(cancel);
                if (settings is null) db.Add(settings = new CompanySettings());
                (settings.Demo, settings.DemoAsked, settings.Version) = (true, settings.DemoAsked || asked, settings.Version + 1);
                await CompanyJournal.NoteAsync(db, "settings.demo-loaded", Actor.System, now);
                var known = await db.Accounts.Select(a => a.NormalizedUserName).ToListAsync(cancel);
                foreach (var account in All.Where(a => !known.Contains(AccountQueries.Normalized(a.Login))))
                    await AddAsync(db, account, hash, now);
            },
            cancel);
    }

    /// <summary>Those for which the told password still holds.</summary>
    public static async Task<List<DemoAccount>> UnchangedAsync(ServiceDb db, CancellationToken cancel)
    {
        var logins = await db.Accounts.Where(a => a.SecurityStamp == Stamp && !a.Disabled).Select(a => a.UserName).ToListAsync(cancel);
        return [.. All.Where(a => logins.Contains(a.Login))];
    }

    /// <summary>
    /// Why the demo company is not served to other machines: nobody asked for that, and the told password still opens an account.
    /// </summary>
    public static async Task<Refusal?> WhyNotForOthersAsync(ServiceDb db, CancellationToken cancel)
    {
        if (!await db.Settings.AnyAsync(s => s.Demo && !s.DemoAsked, cancel)) return null;
        return await db.Accounts.AnyAsync(a => a.SecurityStamp == Stamp && !a.Disabled, cancel) ? new("demo.this-machine-only") : null;
    }

    /// <summary>An account with the told password.</summary>
    public static async Task AddAsync(ServiceDb db, DemoAccount demo, string hash, DateTimeOffset now)
    {
        var account = await EditAccounts.CreateAsync(db, new(demo.Login, demo.Name, [demo.Role]), hash, temporary: false, Actor.System,
            now);
        account.SecurityStamp = Stamp;
    }
}
