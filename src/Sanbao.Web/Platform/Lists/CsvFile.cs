using System.Text;

namespace Sanbao.Web.Platform.Lists;

/// <summary>A table as lines of CSV.</summary>
internal sealed class CsvFile(HttpResponse response, Words words) : TableFile
{
    private const int Piece = 32 * 1024;

    private readonly StringBuilder text = new StringBuilder().Append(CsvText.ByteOrderMark);

    public override ValueTask HeadAsync(IReadOnlyList<string> titles, CancellationToken cancel)
    {
        CsvText.AppendLine(text, [.. titles]);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask RowAsync(IReadOnlyList<object?> values, CancellationToken cancel)
    {
        CsvText.AppendLine(text, [.. values.Select(v => CellText.InFile(v, words))]);
        if (text.Length > Piece) await SendAsync(cancel);
    }

    public override async ValueTask EndAsync(CancellationToken cancel) => await SendAsync(cancel);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task SendAsync(CancellationToken cancel)
    {
        await response.WriteAsync(text.ToString(), cancel);
        text.Clear();
    }
}
