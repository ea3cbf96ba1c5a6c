namespace Sanbao.Web.Features.Import.Reading;

/// <summary>One record of a file: the line on which it begins, counted from 1, and its fields.</summary>
internal sealed record FileRecord(long Line, string[] Fields);

/// <summary>
/// A file that was looked through once before its first record is given out: it can be read to its end, its header is right, and how many
/// records there are is known. So nothing is stored of a file that breaks off in its middle.
/// </summary>
internal abstract class RecordSource
{
    public string[] Header { get; private set; } = [];

    public long Count { get; protected set; }

    /// <summary>The encoding of a text, or what kind of workbook it is.</summary>
    public abstract string Format { get; }

    /// <summary>A date is a date here, not a text: it comes out as 2026-05-02 whatever pattern a mapping names.</summary>
    public virtual bool TypedDates => false;

    /// <param name="file">Seekable; stays open.</param>
    /// <param name="encoding">A name of <see cref="FileEncoding.Names"/>; null: find out.</param>
    /// <param name="separator">Null: found from the first lines.</param>
    public static RecordSource Open(Stream file, string? encoding, char? separator) =>
        ExcelSource.IsWorkbook(file) ? ExcelSource.Open(file) : CsvSource.Open(file, encoding, separator);

    public abstract IEnumerable<FileRecord> Records();

    protected void Begin(IEnumerable<string> header)
    {
        Header = [.. header.Select(h => h.Trim())];
        if (Header.All(h => h.Length == 0)) throw FileEncoding.Refused("import.no-header");
        if (Header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw FileEncoding.Refused("import.column-twice", twice);
    }
}
