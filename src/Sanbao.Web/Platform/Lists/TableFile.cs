using Microsoft.Net.Http.Headers;

namespace Sanbao.Web.Platform.Lists;

/// <summary>A table that is written row by row into an answer.</summary>
internal abstract class TableFile : IAsyncDisposable
{
    public static async Task<TableFile> BeginAsync(HttpResponse response, string name, FileFormat format, Words words,
        CancellationToken cancel)
    {
        var (ending, type) = format switch
        {
            FileFormat.Excel => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            FileFormat.Csv => ("csv", "text/csv; charset=utf-8"),
        };
        response.ContentType = type;
        response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue("attachment") { FileName = $"\"{name}.{ending}\"" }.ToString();
        return format switch
        {
            FileFormat.Excel => await ExcelFile.BeginAsync(response, words, cancel),
            FileFormat.Csv => new CsvFile(response, words),
        };
    }

    public abstract ValueTask HeadAsync(IReadOnlyList<string> titles, CancellationToken cancel);

    public abstract ValueTask RowAsync(IReadOnlyList<object?> values, CancellationToken cancel);

    /// <summary>Without it the file is broken, and seen to be.</summary>
    public abstract ValueTask EndAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
