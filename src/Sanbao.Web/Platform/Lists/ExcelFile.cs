using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Sanbao.Web.Platform.Lists;

/// <summary>
/// A table as a workbook: head in bold and always in sight, days, times and figures as such, so that Excel sorts and sums them. Texts are
/// texts, whatever sign they begin with.
/// </summary>
internal sealed class ExcelFile : TableFile
{
    /// <summary>What a sheet and a cell hold at most; what is longer goes on in a further sheet, and ends with "…".</summary>
    private const int MostRows = 1_048_576, MostText = 32_767;
    private const double ColumnWidth = 16;

    private readonly Spreadsheet book;
    private readonly Words words;
    private readonly StyleId bold, day, instant;
    private IReadOnlyList<string> titles = [];
    private int sheets;

    private ExcelFile(Spreadsheet book, Words words)
    {
        (this.book, this.words) = (book, words);
        bold = book.AddStyle(new Style { Font = { Bold = true } });
        day = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
        instant = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm") });
    }

    public static async Task<ExcelFile> BeginAsync(HttpResponse response, Words words, CancellationToken cancel) =>
        // The writer of the answer: the parts of a workbook are closed without waiting, which its plain stream does not allow.
        new(await Spreadsheet.CreateNewAsync(response.BodyWriter.AsStream(leaveOpen: true), cancellationToken: cancel), words);

    public override async ValueTask HeadAsync(IReadOnlyList<string> titles, CancellationToken cancel)
    {
        this.titles = titles;
        await book.StartWorksheetAsync((++sheets).ToString(CultureInfo.InvariantCulture),
            new WorksheetOptions { FrozenRows = 1, DefaultColumnWidth = ColumnWidth }, cancel);
        await book.AddHeaderRowAsync([.. titles], bold, cancel);
    }

    public override async ValueTask RowAsync(IReadOnlyList<object?> values, CancellationToken cancel)
    {
        if (book.NextRowNumber > MostRows) await HeadAsync(titles, cancel);
        await book.AddRowAsync(values.Select(CellOf).ToArray(), cancel);
    }

    public override ValueTask EndAsync(CancellationToken cancel) => book.FinishAsync(cancel);

    public override ValueTask DisposeAsync() => book.DisposeAsync();

    private StyledCell CellOf(object? value) => value switch
    {
        null => new(new DataCell(), null),
        DateOnly date => new(date.ToDateTime(TimeOnly.MinValue), day),
        DateTimeOffset at => new(words.Local(at).DateTime, instant),
        int or long or decimal => new(Convert.ToDecimal(value, CultureInfo.InvariantCulture), null),
        Money money => new(money.Fen / 100m, null),
        _ => new(Fitting(CsvText.WithOwnApostrophe(UnfitCharacters.Without(CellText.InFile(value, words)))), null),
    };

    private static string Fitting(string text) => text.Length <= MostText ? text : text[..(MostText - 1)] + "…";
}
