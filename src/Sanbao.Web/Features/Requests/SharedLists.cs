using System.Collections.Concurrent;
using Sanbao.Data;
using Sanbao.Web.Platform.Live;

namespace Sanbao.Web.Features.Requests;

/// <summary>
/// Lists of requests that are looked at by many. Every commit makes all open lists fetch themselves again; whoever may see the same then shares
/// one reading of its first page, until the next commit.
/// </summary>
internal sealed class SharedLists(ServiceDatabase database, ChangeSignal commits)
{
    private const int Most = 40;

    private volatile Round round = new(-1, new());

    public async Task<RequestPage> FindAsync(RequestsAsked asked, Actor actor, CancellationToken cancel)
    {
        // With PostgreSQL a node hears of another's commit only after that one has answered: who comes from there would miss his own change.
        if (!database.IsSqlite || asked.After is not null || asked.Filter.OwedBefore is not null) return await ReadAsync(asked, actor, cancel);
        var lists = ListsSince(commits.Count);
        var question = new Question(asked, actor.SeesCompany, actor.Dealer, actor.Customer);
        if (lists.TryGetValue(question, out var known)) return known;
        var found = await ReadAsync(asked, actor, cancel);
        if (lists.Count < Most) lists[question] = found;
        return found;
    }

    /// <summary>With a context for the reading alone: whoever finds a list that is known needs none, and nobody keeps one while a page is written.</summary>
    private async Task<RequestPage> ReadAsync(RequestsAsked asked, Actor actor, CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await RequestList.FindAsync(db, asked, actor, cancel);
    }

    /// <summary>Taken before the reading: what is committed while one reads begins a new round.</summary>
    private ConcurrentDictionary<Question, RequestPage> ListsSince(long commit)
    {
        var current = round;
        if (current.Commit != commit) round = current = new(commit, new());
        return current.Lists;
    }

    private sealed record Question(RequestsAsked Asked, bool SeesCompany, Guid? Dealer, Guid? Customer);

    private sealed record Round(long Commit, ConcurrentDictionary<Question, RequestPage> Lists);
}
