using System.Collections.Immutable;
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

    public static readonly Option Role = new("role", "ROLE[,ROLE]");

    /// <summary>Whose records are seen, by a token or a person of somebody outside the company.</summary>
    public static readonly Option Dealer = new("dealer", "ID", WhyNot: WhyNotId), Customer = new("customer", "ID", WhyNot: WhyNotId);

    /// <summary>The first account or token may be made before a company was served; it begins then.</summary>
    public static Task<int> CreateAsync(Arguments arguments, Option[] needed, Func<CommandStore, Task<int>> work)
    {
        var missing = needed.Where(o => string.IsNullOrWhiteSpace(arguments[o])).Select(o => $"--{o.Name}").ToArray();
        if (missing.Length > 0)
            return Task.FromResult(Fail(arguments.W["cli.option-needed", string.Join(", ", missing)], Exit.WrongUsage));
        return RunAsync(CommandStore.OpenAsync(arguments), work);
    }

    /// <summary>What is looked for or changed is there already, or the folder was mistyped.</summary>
    public static Task<int> ThereAsync(Arguments arguments, Func<CommandStore, Task<int>> work) =>
        RunAsync(CommandStore.OpenThereAsync(arguments), work);

    public static ImmutableArray<string> RolesIn(Arguments arguments) =>
        [.. arguments[Role]!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static async Task<int> RunAsync(Task<CommandStore> opening, Func<CommandStore, Task<int>> work)
    {
        await using var store = await opening;
        return await work(store);
    }

    public static Guid? Id(string? typed) => typed is null ? null : Guid.Parse(typed);

    private static Refusal? WhyNotId(string typed) => Guid.TryParse(typed, out _) ? null : new("cli.token.id", typed);

    public static int Fail(string message, int exit = Exit.Failed)
    {
        Console.Error.WriteLine(message);
        return exit;
    }
}
