namespace Sanbao.Web.Platform.Api;

/// <summary>A page of a list. <paramref name="Next"/> is what <c>after</c> takes; null: this is the last.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? Next, CappedCount Count);

/// <summary>A list that is always short.</summary>
internal sealed record WholeListAnswer<T>(IReadOnlyList<T> Items);
