namespace Sanbao.Web.Platform;

/// <summary>Something big that comes into the database while the site answers already; every page says so.</summary>
internal sealed class Loading
{
    private Told? now;

    /// <summary>Null: nothing.</summary>
    public Phrase? Now => Volatile.Read(ref now) is { } told ? Phrase.Of(told.Code, told.Percent) : null;

    /// <param name="code">A text with the percentage as its argument.</param>
    public void Tell(string code, int percent) => Volatile.Write(ref now, new(code, percent));

    public void End() => Volatile.Write(ref now, null);

    private sealed record Told(string Code, int Percent);
}
