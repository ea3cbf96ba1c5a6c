using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Sections;

/// <summary>Which facts and cases fit a scope, compared with another: lists are read from the top: order can hide what follows.</summary>
internal static class Reach
{
    private static readonly bool[] BothWays = [true, false];

    /// <summary>Whatever fits <paramref name="later"/> fits <paramref name="first"/> already.</summary>
    public static bool Covers(TermScope first, TermScope later) =>
        Covers(first.Sources, later.Sources)
        && Covers(first.Components, later.Components)
        && Covers(first.Lines, later.Lines)
        && Covers(first.Models, later.Models)
        && Covers(first.Causes, later.Causes)
        && Covers(first.Sectors, later.Sectors)
        && Covers(first.Party, later.Party)
        && Covers(first.Member, later.Member);

    /// <summary>Whatever fits <paramref name="later"/> fits <paramref name="first"/> already.</summary>
    public static bool Covers(CaseScope first, CaseScope later) =>
        Covers(first.Categories, later.Categories)
        && Covers(first.Modes, later.Modes)
        && Covers(first.Channels, later.Channels)
        && Covers(first.Zones, later.Zones)
        && Covers(first.Regions, later.Regions)
        && Covers(first.Priorities, later.Priorities)
        && Covers(first.Special, later.Special)
        && (first.ReportedWithin is null || first.ReportedWithin == later.ReportedWithin);

    /// <summary>Whatever fits <paramref name="later"/> fits one of the earlier scopes, though perhaps none of them alone.</summary>
    public static bool CoverTogether(IReadOnlyCollection<TermScope> earlier, TermScope later) =>
        (from source in Each(later.Sources)
         from cause in Each(later.Causes)
         select later with { Sources = [source], Causes = [cause] }).All(one => earlier.Any(e => Covers(e, one)));

    /// <summary>Whatever fits <paramref name="later"/> fits one of the earlier scopes, though perhaps none of them alone.</summary>
    public static bool CoverTogether(IReadOnlyCollection<CaseScope> earlier, CaseScope later) =>
        (from zone in Each(later.Zones)
         from priority in Each(later.Priorities)
         from mode in later.Modes.IsEmpty ? [.. Enum.GetValues<ServiceMode>().Select(m => (ServiceMode?)m), null] : later.Modes
         from special in later.Special is { } given ? [given] : BothWays
         select later with { Zones = [zone], Priorities = [priority], Modes = [mode], Special = special })
        .All(one => earlier.Any(e => Covers(e, one)));

    /// <summary>No case fits both.</summary>
    /// <param name="regions">The regions that the charter defines.</param>
    public static bool Disjoint(CaseScope a, CaseScope b, ImmutableArray<Region> regions) =>
        Disjoint(a.Categories, b.Categories)
        || !a.Regions.IsEmpty && !b.Regions.IsEmpty && Named(a, regions).All(x => Named(b, regions).All(y => Disjoint(x, y)))
        || Disjoint(a.Modes, b.Modes)
        || Disjoint(a.Channels, b.Channels)
        || Disjoint(a.Zones, b.Zones)
        || Disjoint(a.Priorities, b.Priorities)
        || (a.Special is { } x && b.Special is { } y && x != y);

    private static IEnumerable<Region> Named(CaseScope scope, ImmutableArray<Region> regions) =>
        regions.Where(r => scope.Regions.Contains(r.Code));

    // No place is in both: where one's codes begin another's, the other leaves them out.
    private static bool Disjoint(Region a, Region b) =>
        a.Code != b.Code && a.Prefixes.All(x => b.Prefixes.All(y =>
            !(Begins(x, y) || Begins(y, x)) || (x.Length > y.Length
                ? LeavesOut(b, x) || LeavesOut(a, x) : LeavesOut(a, y) || LeavesOut(b, y))));

    private static bool LeavesOut(Region region, string code) => region.Except.Any(e => Begins(code, e));

    private static bool Begins(string code, string with) => code.StartsWith(with, StringComparison.Ordinal);

    // The closed lists whose facts are always known: an unknown source counts as own, an unknown cause as a cause of its own.
    private static IEnumerable<T> Each<T>(ImmutableArray<T> asked) where T : struct, Enum => asked.IsEmpty ? Enum.GetValues<T>() : asked;

    // An empty list asks nothing and fits everything.
    private static bool Covers<T>(ImmutableArray<T> first, ImmutableArray<T> later) =>
        first.IsEmpty || (!later.IsEmpty && later.All(first.Contains));

    private static bool Covers<T>(T? first, T? later) where T : struct => first is null || Equals(first, later);

    private static bool Disjoint<T>(ImmutableArray<T> a, ImmutableArray<T> b) => !a.IsEmpty && !b.IsEmpty && !a.Any(b.Contains);
}
