namespace Sanbao.Web.Platform;

/// <summary>One page of a list in its order, and where the pages before and behind it are; null: there is none.</summary>
internal sealed record ListStretch<T>(List<T> Items, ListCursor? Previous, ListCursor? Next)
{
    /// <param name="rows">As they were read from the cursor on, backward in the opposite order, with one more than a page holds if there is one.</param>
    public static ListStretch<T> Of(List<T> rows, int size, ListCursor? from, Func<T, ListCursor> cursor)
    {
        var (more, backward) = (rows.Count > size, from is { Backward: true });
        var items = more ? rows[..size] : rows;
        if (backward) items.Reverse();
        return new(
            items,
            items.Count > 0 && (backward ? more : from is not null) ? cursor(items[0]) : null,
            items.Count > 0 && (backward || more) ? cursor(items[^1]) : null);
    }
}
