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
    private readonly Recent<Guid, KnownPerson> accounts = new(time, Fresh);
    private readonly Recent<string, ApiToken> tokens = new(time, Fresh);
    private readonly Recent<string, IReadOnlyList<OwnPerson>> own = new(time, Fresh);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> used = [];

    /// <summary>To be read, not to be changed. Null: no such account, or its person ended that session.</summary>
    public async ValueTask<KnownPerson?> FindAsync(Guid id, Guid session, CancellationToken cancel)
    {
        var person = await accounts.FindAsync(id, async () =>
        {
            await using var db = database.CreateDbContext();
            return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is { } account
                ? new(
                    account, await db.EndedSessions.Where(s => s.AccountId == id).Select(s => s.Id).ToListAsync(cancel),
                    await PlacesAsync(db, id, cancel))
                : null;
        });
        return person is not null && !person.Ended.Contains(session) ? person : null;
    }

    /// <summary>By its secret; null: unknown or revoked.</summary>
    public ValueTask<ApiToken?> FindTokenAsync(string secret, CancellationToken cancel) =>
        tokens.FindAsync(ApiToken.HashOf(secret), async () =>
    {
        await using var db = database.CreateDbContext();
        var token = await db.FindTokenAsync(secret, cancel);
        if (token is not null) await NoteUseAsync(token, cancel);
        return token;
    });

    /// <summary>Our own people who may come in, by name. A dealer or customer is told of nobody.</summary>
    public async ValueTask<IReadOnlyList<OwnPerson>> OwnPeopleAsync(Actor asking, CancellationToken cancel) =>
        asking.SeesCompany ? await own.FindAsync("", () => ReadOwnAsync(cancel)) ?? [] : [];

    private async Task<IReadOnlyList<OwnPerson>?> ReadOwnAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        var inside = await db.Accounts.AsNoTracking().Where(a => !a.Disabled && a.DealerId == null && a.CustomerId == null)
            .OrderBy(a => a.DisplayName).Select(a => new OwnPerson(a.Id, a.DisplayName, a.Roles)).ToListAsync(cancel);
        return inside.FindAll(p => Roles.AreOfCompany(p.Roles));
    }

    /// <summary>The account was made or changed, one of its sessions ended, or it became or is no longer somebody's deputy.</summary>
    public void Forget(Guid id)
    {
        accounts.Forget(id);
        own.Forget("");
    }

    /// <summary>Of those who can still sign in themselves.</summary>
    private static async Task<List<(Account Of, DateOnly From, DateOnly To)>> PlacesAsync(
        ServiceDb db, Guid deputy, CancellationToken cancel)
    {
        var places = await db.Deputies.AsNoTracking().Where(d => d.DeputyId == deputy && !d.Withdrawn)
            .Join(db.Accounts.AsNoTracking().Where(a => !a.Disabled), d => d.PersonId, a => a.Id, (d, a) => new { Of = a, d.From, d.To })
            .ToListAsync(cancel);
        return places.ConvertAll(p => (p.Of, p.From, p.To));
    }

    /// <param name="hash">Of the token that was revoked.</param>
    public void ForgetToken(string hash) => tokens.Forget(hash);

    /// <summary>Of programs that come in together the first writes. That it was used is worth less than the answer: a database that is busy
    /// is let be.</summary>
    private async Task NoteUseAsync(ApiToken token, CancellationToken cancel)
    {
        var now = time.Now();
        var noted = token.LastUsedAt ?? DateTimeOffset.MinValue;
        if (noted > now - UseNoted || used.TryGetValue(token.Id, out var here) && here > now - UseNoted) return;
        used[token.Id] = now;
        try
        {
            await writer.RunAsync(db =>
                db.ApiTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedAt, now), cancel), cancel);
        }
        catch (Exception why) when (why is BusyException or System.Data.Common.DbException or DbUpdateException)
        {
            used.TryRemove(token.Id, out _);
        }
    }
}

/// <summary>Somebody who can sign in, and in whose place he decides on which days, both inclusive.</summary>
internal sealed record KnownPerson(
    Account Account, IReadOnlyCollection<Guid> Ended, IReadOnlyList<(Account Of, DateOnly From, DateOnly To)> Places)
{
    public Actor ActorOn(DateOnly day) => Account.ToActor() with
    {
        DeputyFor = [.. Places.Where(p => p.From <= day && day <= p.To).Select(p => p.Of.ToActor())],
    };
}

/// <summary>One of our own people.</summary>
public sealed record OwnPerson(Guid Id, string Name, ImmutableArray<string> Roles)
{
    private readonly ImmutableHashSet<Permission> permissions = Domain.Kernel.Roles.PermissionsOf(Roles);

    internal bool May(Permission permission) => permissions.Contains(permission);
}
