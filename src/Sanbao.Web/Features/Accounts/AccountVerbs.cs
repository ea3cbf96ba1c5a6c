using Microsoft.AspNetCore.Identity;
using Sanbao.Data.Accounts;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Accounts;

/// <summary>What the verbs about users and tokens share: needed options, the store, and how it is told that something cannot be
/// so.</summary>
internal static class AccountVerbs
{
    public static Passwords Passwords { get; } = new(new PasswordHasher<Account>());

    public static async Task<int> Run(Arguments arguments, Option[] needed, Func<CommandStore, Task<int>> work)
    {
        var missing = needed.Where(o => string.IsNullOrWhiteSpace(arguments[o])).Select(o => $"--{o.Name}").ToArray();
        if (missing.Length > 0) return Fail(arguments.W["cli.option-needed", string.Join(", ", missing)], Exit.WrongUsage);
        await using var store = await CommandStore.OpenAsync(arguments);
        return await work(store);
    }

    public static int Fail(string message, int exit = Exit.Failed)
    {
        Console.Error.WriteLine(message);
        return exit;
    }
}
