using Sanbao.Web.Features;

namespace Sanbao.Web.Shell;

/// <summary>The menu entries that the features announced.</summary>
internal static class Menu
{
    public static IReadOnlyList<MenuItem> All { get; } = [.. AllFeatures.List.SelectMany(f => f.Menu)];

    public static IEnumerable<IGrouping<MenuGroup, MenuItem>> For(Actor actor) =>
        All.Where(i => i.IsFor(actor)).GroupBy(i => i.Group).OrderBy(g => g.Key);

    public static IEnumerable<MenuItem> OnPhone(Actor actor) => All.Where(i => i.OnPhone && i.IsFor(actor)).Take(4);

    /// <summary>The entry to which a page belongs: the longest path that covers its own.</summary>
    public static MenuItem? Current(PathString path) => All.Where(i => i.Covers(path)).MaxBy(i => i.Path.Length);
}
