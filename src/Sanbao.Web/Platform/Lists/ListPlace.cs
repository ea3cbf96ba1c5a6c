namespace Sanbao.Web.Platform.Lists;

/// <summary>The page of a list that is asked for.</summary>
/// <param name="From">Behind or before this row; null: from the beginning.</param>
/// <param name="Counted">Whether all that fit are counted.</param>
internal sealed record ListPlace(ListCursor? From, int Size = ListPlace.UsualSize, bool Counted = true)
{
    public const int UsualSize = 50;

    public static ListPlace First { get; } = new(From: null);

    public bool Backward => From is { Backward: true };
}
