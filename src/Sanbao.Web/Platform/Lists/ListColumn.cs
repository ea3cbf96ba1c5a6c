using Microsoft.AspNetCore.Components;

namespace Sanbao.Web.Platform.Lists;

/// <summary>One column of a list, on the page and in files.</summary>
/// <param name="Name">By which it is chosen and styled.</param>
/// <param name="Value">Text, figure, day, instant, yes or no, or a value of a closed list: what a file says of the row.</param>
public sealed record ListColumn<TRow>(string Name, string Title, Func<TRow, object?> Value)
{
    /// <summary>What the page shows instead of the value; in the first column, beside the value, which opens the row.</summary>
    public RenderFragment<TRow>? Cell { get; init; }

    /// <summary>Figures, aligned at the right.</summary>
    public bool End { get; init; }

    /// <summary>Of its cells.</summary>
    public string? Class { get; init; }

    /// <summary>On the page unless others were chosen; files have it in any case.</summary>
    public bool Usual { get; init; } = true;

    /// <summary>What only a file says, so that it can be taken in elsewhere; a page has no room for it.</summary>
    public bool OnlyInFile { get; init; }
}
