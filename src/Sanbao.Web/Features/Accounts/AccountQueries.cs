using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Journal;

namespace Sanbao.Web.Features.Accounts;

/// <summary>One line of the list of users.</summary>
public sealed record AccountLine(Guid Id, string Name, string Login, ImmutableArray<string> Roles, bool Disabled, bool MustChangePassword);

internal static class AccountQueries
{
    /// <summary>Case does not count in a login; stored is its form for comparing.</summary>
    public static string Normalized(string login) => login.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();

    public static IQueryable<Account> WithLogin(this IQueryable<Account> accounts, string login)
    {
        var normalized = Normalized(login);
        return accounts.Where(a => a.NormalizedUserName == normalized);
    }

    /// <summary>Somebody's own data: accounts, tokens, documents. Where there are none, a company may begin.</summary>
    public static async Task<bool> HasRecordsAsync(this ServiceDb db, CancellationToken cancel = default) =>
        await db.Accounts.AnyAsync(cancel) || await db.ApiTokens.AnyAsync(cancel) || await db.HasDocumentsAsync(cancel);
}
