using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Web.Features.Requests.Ledger;

namespace Sanbao.Web.Features.Home;

/// <summary>A tile of the start page: how many, and the list that has exactly so many lines.</summary>
/// <param name="WhenAny">Its tone unless there are none.</param>
public sealed record HomeFigure(string Text, CappedCount Count, Tone WhenAny, string Href)
{
    public Tone Tone => Count.Value > 0 ? WhenAny : Tone.Calm;
}

/// <summary>The tiles that an actor sees.</summary>
internal static class HomeFigures
{
    public static async Task<ImmutableArray<HomeFigure>> ReadAsync(LedgerList ledger, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var figures = ImmutableArray.CreateBuilder<HomeFigure>();
        foreach (var (text, query, tone) in Queries(actor, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            figures.Add(new(text, await ledger.CountAsync(query, cancel), tone, "/requests?" + query));
        return figures.ToImmutable();
    }

    private static IEnumerable<(string Text, string Query, Tone WhenAny)> Queries(Actor actor, string day)
    {
        if (!actor.SeesCompany && !actor.May(Permission.WorkRequests))
        {
            yield return ("home.open", "view=open", Tone.Calm);
            yield break;
        }
        var (works, leads) = (actor.May(Permission.WorkRequests), actor.May(Permission.AssignRequests));
        if (works)
        {
            yield return ("home.mine-overdue", "mine=true&overdue=true", Tone.Bad);
            yield return ("home.mine-today", $"mine=true&overdue=false&due-to={day}", Tone.Warn);
            yield return ("home.unassigned", "assignee=none", Tone.Warn);
        }
        if (leads || !works) yield return ("home.company-overdue", "overdue=true", Tone.Bad);
        // What comes in and goes out altogether is nothing to somebody who is on the road.
        if (!leads && works && !actor.May(Permission.CloseRequests)) yield break;
        yield return ("home.taken-in", $"view=all&from={day}&to={day}", Tone.Calm);
        yield return ("home.closed", $"view=closed&closed-from={day}&closed-to={day}", Tone.Calm);
    }
}
