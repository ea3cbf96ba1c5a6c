using Sanbao.Web.Features.Import.Rows;

namespace Sanbao.Web.Features.Import.Jobs;

/// <summary>Writes the list of errors, as far as anybody would read it.</summary>
internal sealed class ErrorWriter(StreamWriter to) : IAsyncDisposable
{
    public const int Most = 100_000;

    private int written;

    public void Write(RowError error)
    {
        if (++written <= Most) to.WriteLine(HeldImports.LineOf(new(error.Line, error.Column, error.Value, ToldTwice.Of(error.What))));
    }

    public ValueTask DisposeAsync() => to.DisposeAsync();
}
