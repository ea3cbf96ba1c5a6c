using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>A stretch in which the clock stands, in UTC ticks; <paramref name="To"/> is exclusive, and far away while it is open.</summary>
internal readonly record struct Pause(long From, long To)
{
    public const long Open = long.MaxValue;
}

/// <summary>
/// The pauses that stop one promise: of each party from a pause to its resumption, joined where they overlap (docs/decisions/0003: stopped
/// while any is open). A second pause of a paused party changes nothing. Of a pause and a resumption at one instant the resumption
/// wins: in doubt the clock runs. A pause without a party stops nothing; a resumption without one ends every party's pause.
/// </summary>
internal static class Pauses
{
    private const ulong Kinds = 1UL << (int)EventKind.Paused | 1UL << (int)EventKind.Resumed;

    public static int Mask(ImmutableArray<PauseParty> parties)
    {
        var mask = 0;
        foreach (var party in parties) mask |= 1 << (int)party;
        return mask;
    }

    /// <summary>Joined and in order, of the parties in the mask. A pause or resumption after now has not happened yet.</summary>
    public static ReadOnlySpan<Pause> Of(EventSet events, long now, int parties)
    {
        if (parties == 0 || (events.Kinds & 1UL << (int)EventKind.Paused) == 0) return [];
        var ordered = Ordered(events, now);
        var found = new List<Pause>();
        for (var party = PauseParty.Customer; party <= PauseParty.Weather; party++)
            if ((parties & 1 << (int)party) != 0) AddOf(party, ordered, found);
        return Joined(found);
    }

    private static List<CaseEvent> Ordered(EventSet events, long now)
    {
        var ordered = new List<CaseEvent>();
        foreach (ref readonly var e in events.All)
            if ((Kinds & 1UL << (int)e.Kind) != 0 && e.At.UtcTicks <= now) ordered.Add(e);
        ordered.Sort(static (a, b) => a.At.UtcTicks != b.At.UtcTicks ? a.At.UtcTicks.CompareTo(b.At.UtcTicks) : a.Kind.CompareTo(b.Kind));
        return ordered;
    }

    private static void AddOf(PauseParty party, List<CaseEvent> ordered, List<Pause> found)
    {
        long? since = null;
        foreach (ref readonly var e in CollectionsMarshal.AsSpan(ordered))
        {
            if (e.Kind == EventKind.Paused && e.Party == party) since ??= e.At.UtcTicks;
            if (e.Kind != EventKind.Resumed || e.Party is { } other && other != party || since is not { } from) continue;
            if (e.At.UtcTicks > from) found.Add(new(from, e.At.UtcTicks));
            since = null;
        }
        if (since is { } open) found.Add(new(open, Pause.Open));
    }

    private static ReadOnlySpan<Pause> Joined(List<Pause> pauses)
    {
        pauses.Sort(static (a, b) => a.From.CompareTo(b.From));
        var all = CollectionsMarshal.AsSpan(pauses);
        var count = 0;
        foreach (var pause in all)
        {
            if (count > 0 && pause.From <= all[count - 1].To)
                all[count - 1] = all[count - 1] with { To = Math.Max(all[count - 1].To, pause.To) };
            else all[count++] = pause;
        }
        return all[..count];
    }
}
