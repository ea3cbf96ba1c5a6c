using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Access;

/// <summary>
/// Who comes in, as read moments ago, so that a page costs no further query. A change made here counts at once; one made by another node
/// or by the command line after ten seconds at most.
/// </summary>
internal sealed class KnownAccounts(ServiceDatabase database, Writer writer, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10), UseNoted = TimeSpan.FromHours(1);
    private readonly Recent<Guid, Person> accounts = new(time, Fresh);
    private readonly Recent<string, ApiToken> tokens = new(time, Fresh);
    private readonly Recent<string, IReadOnlyList<OwnPerson>> own = new(time, Fresh);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> used = [];

    private sealed record Person(Account Account, IReadOnlyCollection<Guid> Ended);

    /// <summary>To be read, not to be changed. Null: no such account, or its person ended that session.</summary>
    public async ValueTask<Account?> FindAsync(Guid id, Guid session, CancellationToken cancel)
    {
        var person = await accounts.FindAsync(id, async () =>
        {
            await using var db = database.CreateDbContext();
            return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is { } account
                ? new(account, await db.EndedSessions.Where(s => s.AccountId == id).Select(s => s.Id).ToListAsync(cancel))
                : null;
        });
        return person is not null && !person.Ended.Contains(session) ? person.Account : null;
    }

    /// <summary>By its secret; null: unknown or revoked.</summary>
    public ValueTask<ApiToken?> FindTokenAsync(string secret, CancellationToken cancel) => tokens.FindAsync(ApiToken.HashOf(secret), async () =>
    {
        await using var db = database.CreateDbContext();
        var token = await db.FindTokenAsync(secret, cancel);
        if (token is not null) await NoteUseAsync(token, cancel);
        return token;
    });

    /// <summary>Our own people who may come in, by name.</summary>
    public async ValueTask<IReadOnlyList<OwnPerson>> OwnPeopleAsync(CancellationToken cancel) => await own.FindAsync("", async () =>
    {
        await using var db = database.CreateDbContext();
        return await db.Accounts.AsNoTracking().Where(a => !a.Disabled && a.DealerId == null && a.CustomerId == null)
            .OrderBy(a => a.DisplayName).Select(a => new OwnPerson(a.Id, a.DisplayName, a.Roles)).ToListAsync(cancel);
    }) ?? [];

    /// <summary>The account was made or changed, or one of its sessions ended.</summary>
    public void Forget(Guid id)
    {
        accounts.Forget(id);
        own.Forget("");
    }

    /// <param name="hash">Of the token that was revoked.</param>
    public void ForgetToken(string hash) => tokens.Forget(hash);

    /// <summary>Of programs that come in together the first writes. That it was used is worth less than the answer: a database that is busy is let be.</summary>
    private async Task NoteUseAsync(ApiToken token, CancellationToken cancel)
    {
        var now = time.Now();
        var noted = token.LastUsedAt ?? DateTimeOffset.MinValue;
        if (noted > now - UseNoted || used.TryGetValue(token.Id, out var here) && here > now - UseNoted) return;
        used[token.Id] = now;
        try
        {
            await writer.RunAsync(db => db.ApiTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, now), cancel), cancel);
        }
        catch (Exception why) when (why is BusyException or System.Data.Common.DbException or DbUpdateException)
        {
            used.TryRemove(token.Id, out _);
        }
    }
}

/// <summary>One of our own people.</summary>
public sealed record OwnPerson(Guid Id, string Name, ImmutableArray<string> Roles)
{
    private readonly ImmutableHashSet<Permission> permissions = Domain.Kernel.Roles.PermissionsOf(Roles);

    internal bool May(Permission permission) => permissions.Contains(permission);
}
