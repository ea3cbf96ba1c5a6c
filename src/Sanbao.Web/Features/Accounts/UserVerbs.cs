using Microsoft.EntityFrameworkCore;
using Sanbao.Web.Platform.CommandLine;

namespace Sanbao.Web.Features.Accounts;

/// <summary><c>user create</c>, <c>user reset-password</c>: the new password alone on stdout; it is changed at the first sign-in.</summary>
internal static class UserVerbs
{
    private static readonly Option Name = new("name", "NAME");

    public static readonly Verb Create = new(
        "user create", "LOGIN", [Name, AccountVerbs.Role, AccountVerbs.Dealer, AccountVerbs.Customer, Option.Data, Option.Database],
        CreateAsync);
    public static readonly Verb ResetPassword = new("user reset-password", "LOGIN", [Option.Data, Option.Database], ResetAsync);

    private static Task<int> CreateAsync(Arguments arguments) =>
        AccountVerbs.CreateAsync(arguments, [Name, AccountVerbs.Role], async store =>
        {
            var login = arguments.Operands[0];
            var draft = new AccountDraft(
                login.Trim(), arguments[Name]!.Trim(), AccountVerbs.RolesIn(arguments),
                Dealer: AccountVerbs.Id(arguments[AccountVerbs.Dealer]), Customer: AccountVerbs.Id(arguments[AccountVerbs.Customer]));
            var password = Passwords.New();
            var hash = await AccountVerbs.Passwords.HashAsync(password);
            await store.Writer.RunAsync(db =>
                EditAccounts.CreateAsync(db, draft, hash, temporary: true, Actor.System, TimeProvider.System.Now()));
            Console.Out.WriteLine(password);
            return Exit.Success;
        });

    private static Task<int> ResetAsync(Arguments arguments) => AccountVerbs.ThereAsync(arguments, async store =>
    {
        var login = arguments.Operands[0];
        await using var read = store.Database.CreateDbContext();
        if (await read.Accounts.WithLogin(login).Select(a => (Guid?)a.Id).SingleOrDefaultAsync() is not { } id)
            return AccountVerbs.Fail(arguments.W["cli.user.unknown", login]);
        var password = Passwords.New();
        var hash = await AccountVerbs.Passwords.HashAsync(password);
        await store.Writer.RunAsync(db => EditAccounts.ResetPasswordAsync(db, id, hash, Actor.System, TimeProvider.System.Now()));
        Console.Out.WriteLine(password);
        return Exit.Success;
    });
}
