using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Sanbao.Data.Accounts;
using Sanbao.Data.Journal;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Data.State;

/// <summary>
/// The one list of what no journal line proves: what is derived and proved by being computed again, and what changes without anybody's
/// doing. Everything else that the model maps is hashed (docs/decisions/0022).
/// </summary>
internal static class LeftOut
{
    private static readonly HashSet<Type> Tables =
    [
        typeof(JournalLine),    // the chain itself
        typeof(HeadRow), typeof(DeadlineEntry), typeof(Counter),   // computed again
        typeof(Firing), typeof(Notice),  // told, and read
        typeof(IdempotencyKey), typeof(ProtectionKey), typeof(EndedSession), typeof(SavedView),    // of a while, or a person's own
        typeof(CompanyIdentity),    // compared with the mark beside the records at every opening
        typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>),  // not used
    ];

    private static readonly (Type Of, string[] Names)[] Columns =
    [
        (typeof(Document), [nameof(Document.JournalLength), nameof(Document.JournalHead)]),    // the end of the chain
        (typeof(IPromises), [nameof(IPromises.NextDue)]),    // computed from the deadlines
        (typeof(Account), [nameof(Account.AccessFailedCount), nameof(Account.LockoutEnd)]),    // of signing in
        (typeof(Account), [nameof(Account.ConcurrencyStamp), nameof(Account.SecurityStamp)]),
        (typeof(ApiToken), [nameof(ApiToken.LastUsedAt)]),
        (typeof(CompanySettings), [nameof(CompanySettings.DaysChanged), nameof(CompanySettings.DaysApplied)]),
    ];

    public static bool Table(Type entity) => Tables.Contains(entity);

    public static bool Column(PropertyInfo property) =>
        Columns.Any(c => c.Of.IsAssignableFrom(property.ReflectedType) && c.Names.Contains(property.Name));
}
