namespace Sanbao.Web.Platform.Api;

/// <summary>A page of a list. <paramref name="Next"/> is what <c>after</c> takes; null: this is the last.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? Next, CappedCount Count);

internal static class ListAnswer
{
    public static ListAnswer<T> Of<T>(Found<T> found) => new(found.Items, found.Next?.ToString(), found.Count);

    /// <param name="line">What programs are told of a row.</param>
    public static ListAnswer<TLine> Of<TRow, TLine>(Found<TRow> found, Func<TRow, TLine> line) =>
        Of(found.With([.. found.Items.Select(line)]));
}

/// <summary>A list that is always short.</summary>
internal sealed record WholeListAnswer<T>(IReadOnlyList<T> Items);
