using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters.Differences;

/// <summary>One thing that two versions say differently. Null: the version does not say it at all.</summary>
public sealed record Difference(CharterPart Part, string What, string? Before, string? After);

/// <summary>What changes from one version of a charter to another, in words.</summary>
internal static class CharterDifference
{
    /// <param name="before">Null: there is no version before; everything is new.</param>
    public static ImmutableArray<Difference> Differences(this Words w, Charter? before, Charter after)
    {
        CharterLine[] old = before is null ? [] : [.. w.LinesOf(before)], now = [.. w.LinesOf(after)];
        var (was, kept) = (ByKey(old), ByKey(now));
        return
        [
            .. from line in now
               let earlier = was.GetValueOrDefault((line.Part, line.Key))
               where earlier is null || earlier.Says != line.Says || earlier.What != line.What
               select (line.Part, Difference: new Difference(line.Part, line.What, Said(earlier, line), line.Says)) into changed
               orderby changed.Part
               select changed.Difference,
            .. old.Where(l => !kept.ContainsKey((l.Part, l.Key))).Select(l => new Difference(l.Part, l.What, l.Says, null)),
        ];
    }

    // Another name for the same thing is told with what it was called.
    private static string? Said(CharterLine? earlier, CharterLine now) =>
        earlier is null ? null : earlier.What == now.What ? earlier.Says : $"{earlier.What}\n{earlier.Says}";

    private static Dictionary<(CharterPart, string), CharterLine> ByKey(CharterLine[] lines) =>
        lines.GroupBy(l => (l.Part, l.Key)).ToDictionary(g => g.Key, g => g.First());
}
