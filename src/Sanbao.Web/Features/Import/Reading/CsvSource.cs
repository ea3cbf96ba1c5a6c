using System.Text;
using CsvHelper;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>One record of a file: the line on which it begins, counted from 1, and its fields.</summary>
internal sealed record CsvRecord(long Line, string[] Fields);

/// <summary>
/// A CSV file that was looked through once before its first record is given out: letters, quoting and header are right, and how many
/// records there are is known. So nothing is stored of a file that breaks off in its middle.
/// </summary>
internal sealed class CsvSource
{
    /// <summary>No honest record is longer; an open quotation mark in a large file is found before it fills the memory.</summary>
    private const int LongestRecord = 1024 * 1024;

    private readonly Stream file;
    private readonly Encoding encoding;
    private readonly char? separator;

    private CsvSource(Stream file, Encoding encoding, char? separator) => (this.file, this.encoding, this.separator) = (file, encoding, separator);

    public string[] Header { get; private set; } = [];

    public long Count { get; private set; }

    public string EncodingName => encoding.WebName;

    /// <param name="file">Seekable; stays open.</param>
    /// <param name="encoding">A name of <see cref="FileEncoding.Names"/>; null: find out.</param>
    /// <param name="separator">Null: found from the first lines.</param>
    public static CsvSource Open(Stream file, string? encoding, char? separator)
    {
        var source = new CsvSource(file, FileEncoding.Of(file, encoding), separator);
        source.LookThrough();
        return source;
    }

    public IEnumerable<CsvRecord> Records()
    {
        using var csv = Reader();
        while (csv.Read()) yield return new(csv.LineNumber, csv.Current.ToArray());
    }

    private void LookThrough()
    {
        try
        {
            using var csv = Reader();
            csv.ReadHeader();
            Header = [.. csv.Headers.ToArray().Select(h => h.Trim())];
            CheckHeader();
            while (csv.Read()) Count++;
        }
        catch (CsvFormatException e)
        {
            throw FileEncoding.Refused("import.broken-quoting", Math.Max(1, e.LineNumber));
        }
        catch (DecoderFallbackException)
        {
            throw FileEncoding.Refused("import.unknown-encoding", 1L);
        }
        if (Count == 0) throw FileEncoding.Refused("import.no-records");
    }

    private void CheckHeader()
    {
        if (Header.All(h => h.Length == 0)) throw FileEncoding.Refused("import.no-header");
        if (Header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw FileEncoding.Refused("import.column-twice", twice);
    }

    private CsvReader Reader()
    {
        file.Position = 0;
        var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        return CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = separator, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw, MaxRecordSize = LongestRecord,
        });
    }
}
