namespace Sanbao.Web.Platform.Lists;

/// <summary>One page of a list in its order.</summary>
/// <param name="Previous">Where the page before this one is; null: this is the first.</param>
/// <param name="Next">Where the page behind this one is; null: this is the last.</param>
/// <param name="Count">How many fit altogether; nothing where nobody asked.</param>
public sealed record Found<T>(IReadOnlyList<T> Items, ListCursor? Previous, ListCursor? Next, CappedCount Count)
{
    /// <summary>The same page with more said of each row.</summary>
    public Found<TOther> With<TOther>(IReadOnlyList<TOther> items) => new(items, Previous, Next, Count);
}
