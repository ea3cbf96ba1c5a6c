using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>One event without its party: what happened, and when in UTC ticks. <see cref="Never"/> is none.</summary>
internal readonly record struct Happening(EventKind Kind, long At)
{
    public static Happening Never { get; } = new(default, long.MaxValue);
    public bool Exists => At != long.MaxValue;
}

/// <summary>
/// The events of a case as a set: every question has an answer that does not depend on order or repetition. Kinds are asked for
/// as bits of a mask. Of events at one instant the kind named first in <see cref="EventKind"/> is answered. Days in the life of the
/// unit are no events of the case; they are asked for by themselves.
/// </summary>
internal readonly ref struct EventSet
{
    private readonly ReadOnlySpan<CaseEvent> events;

    private EventSet(ReadOnlySpan<CaseEvent> events)
    {
        this.events = events;
        foreach (ref readonly var e in events)
            if (!e.OfUnit) Kinds |= 1UL << (int)e.Kind;
    }

    public static EventSet Of(IReadOnlyCollection<CaseEvent> events) => new(events switch
    {
        CaseEvent[] array => array,
        List<CaseEvent> list => CollectionsMarshal.AsSpan(list),
        ImmutableArray<CaseEvent> array => array.AsSpan(),
        _ => events.ToArray(),
    });

    /// <summary>The kinds of the case's own events.</summary>
    public ulong Kinds { get; }

    public ReadOnlySpan<CaseEvent> All => events;

    public static ulong Mask(ImmutableArray<EventKind> kinds)
    {
        var mask = 0UL;
        foreach (var kind in kinds) mask |= 1UL << (int)kind;
        return mask;
    }

    public Happening Earliest(ulong kinds) => Earliest(kinds, long.MinValue, long.MaxValue, 0);

    /// <summary>The first event between two instants, both inclusive; those of the <paramref name="later"/> kinds must be after the
    /// first.</summary>
    public Happening Earliest(ulong kinds, long from, long to, ulong later)
    {
        var found = Happening.Never;
        if ((kinds & Kinds) == 0) return found;
        foreach (ref readonly var e in events)
        {
            var bit = 1UL << (int)e.Kind;
            if ((kinds & bit) == 0 || e.OfUnit) continue;
            var at = e.At.UtcTicks;
            if (at < from || at > to || at == from && (later & bit) != 0) continue;
            if (at < found.At || at == found.At && e.Kind < found.Kind) found = new(e.Kind, at);
        }
        return found;
    }

    /// <summary>The first of one kind, be it an event of the case or a day in the life of the unit.</summary>
    public Happening EarliestOfUnitToo(ulong kinds)
    {
        var found = Happening.Never;
        foreach (ref readonly var e in events)
            if ((kinds & 1UL << (int)e.Kind) != 0 && e.At.UtcTicks < found.At) found = new(e.Kind, e.At.UtcTicks);
        return found;
    }

    /// <summary>The first, or the last, at or after an instant.</summary>
    public Happening Pick(ulong kinds, bool last, long from) => last ? Latest(kinds, from) : Earliest(kinds, from, long.MaxValue, 0);

    public Happening Latest(ulong kinds, long from = long.MinValue, long to = long.MaxValue)
    {
        var found = Happening.Never;
        if ((kinds & Kinds) == 0) return found;
        foreach (ref readonly var e in events)
        {
            if ((kinds & 1UL << (int)e.Kind) == 0 || e.OfUnit) continue;
            var at = e.At.UtcTicks;
            if (at < from || at > to) continue;
            if (!found.Exists || at > found.At || at == found.At && e.Kind < found.Kind) found = new(e.Kind, at);
        }
        return found;
    }
}
