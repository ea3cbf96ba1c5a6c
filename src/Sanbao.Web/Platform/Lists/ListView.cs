namespace Sanbao.Web.Platform.Lists;

/// <summary>A page of a list as it is shown.</summary>
/// <param name="Columns">All there are.</param>
/// <param name="Shown">Those that are shown.</param>
/// <param name="Chosen">Somebody chose them.</param>
public sealed record ListView<TRow>(
    ListAddress Address, Found<TRow> Found, IReadOnlyList<ListColumn<TRow>> Columns, IReadOnlyList<ListColumn<TRow>> Shown, bool Chosen)
{
    /// <summary>What was kept of this list, by whoever looks or for all.</summary>
    public IReadOnlyList<KeptView> Views { get; init; } = [];

    public bool FirstPage => Found.Previous is null;

    public string? Next => Address.Behind(Found.Next);

    public string? Previous => Address.Ahead(Found.Previous);
}
