using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Accounts;
using Sanbao.Web.Platform.CommandLine;

namespace Sanbao.Web.Features.Accounts;

/// <summary><c>token create|list|revoke</c>: the keys by which programs act. A new token stands alone on stdout, and only there.</summary>
internal static class TokenVerbs
{
    private static readonly Option Name = new("name", "NAME");

    public static readonly Verb Create = new(
        "token create", "", [Name, AccountVerbs.Role, AccountVerbs.Dealer, AccountVerbs.Customer, Option.Data, Option.Database],
        CreateAsync);
    public static readonly Verb List = new("token list", "", [Option.Data, Option.Database], ListAsync);
    public static readonly Verb Revoke = new("token revoke", "NAME|ID", [Option.Data, Option.Database], RevokeAsync);

    private static Task<int> CreateAsync(Arguments arguments) =>
        AccountVerbs.CreateAsync(arguments, [Name, AccountVerbs.Role], async store =>
        {
            var now = TimeProvider.System.Now();
            var (token, secret) = ApiToken.Create(
                arguments[Name]!, AccountVerbs.RolesIn(arguments), now,
                dealer: AccountVerbs.Id(arguments[AccountVerbs.Dealer]), customer: AccountVerbs.Id(arguments[AccountVerbs.Customer]));
            await store.Writer.RunAsync(db => EditTokens.AddAsync(db, token, Actor.System, now));
            Console.Out.WriteLine(secret);
            return Exit.Success;
        });

    private static Task<int> ListAsync(Arguments arguments) => AccountVerbs.ThereAsync(arguments, async store =>
    {
        await using var db = store.Database.CreateDbContext();
        foreach (var token in await db.ApiTokens.AsNoTracking().OrderBy(t => t.Id).ToListAsync())
        {
            var revoked = token.RevokedAt is { } at ? arguments.W["cli.token.revoked-on", Date(at)] : "-";
            Console.Out.WriteLine($"{token.Id}\t{string.Join(',', token.Roles)}\t{Date(token.CreatedAt)}\t{revoked}\t{token.Name}");
        }
        return Exit.Success;
    });

    private static Task<int> RevokeAsync(Arguments arguments) => AccountVerbs.ThereAsync(arguments, async store =>
    {
        var (wanted, now) = (arguments.Operands[0], TimeProvider.System.Now());
        var id = Guid.TryParse(wanted, out var parsed) ? parsed : Guid.Empty;
        var revoked = await store.Writer.RunAsync(async db =>
        {
            var tokens = await db.ApiTokens.Where(t => t.RevokedAt == null && (t.Id == id || t.Name == wanted)).ToListAsync();
            foreach (var token in tokens) await EditTokens.RevokeAsync(db, token, Actor.System, now);
            return tokens.Count;
        });
        if (revoked == 0) return AccountVerbs.Fail(arguments.W["cli.token.unknown", wanted]);
        Console.Out.WriteLine(arguments.W["cli.token.revoked", revoked]);
        return Exit.Success;
    });

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
