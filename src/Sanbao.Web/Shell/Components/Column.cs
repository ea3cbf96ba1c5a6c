namespace Sanbao.Web.Shell.Components;

/// <summary>A column's head; <paramref name="End"/>: figures, aligned at the right.</summary>
public sealed record Column(string Text, bool End = false)
{
    public static implicit operator Column(string text) => new(text);
}
