using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Features.Accounts;

/// <summary>Users by login.</summary>
internal sealed class AccountList(ServiceDb db, Words words, WrongTries tries) : ListOf<AccountLine>("/users")
{
    private static readonly Keyset<Account> ByLogin = Keyset<Account>.By(a => a.NormalizedUserName!);

    protected override IReadOnlyList<ListColumn<AccountLine>> Columns => UserListPage.Columns(words, tries.ClosedUntil);

    protected override Finder<AccountLine> Ask(FormReader form) => (place, cancel) => ByLogin.FindAsync(
        db.Accounts.AsNoTracking(), a => new AccountLine(a.Id, a.DisplayName, a.UserName!, a.Roles, a.Disabled, a.MustChangePassword),
        place, cancel);
}
