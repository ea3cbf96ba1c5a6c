using System.Text;
using CsvHelper;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>A CSV file, its letters and quoting checked from end to end.</summary>
internal sealed class CsvSource : RecordSource
{
    /// <summary>No honest record is longer; an open quotation mark in a large file is found before it fills the memory.</summary>
    private const int LongestRecord = 1024 * 1024;

    private readonly Stream file;
    private readonly Encoding encoding;
    private readonly char? separator;

    private CsvSource(Stream file, Encoding encoding, char? separator) => (this.file, this.encoding, this.separator) = (file, encoding, separator);

    public override string Format => encoding.WebName;

    public static new CsvSource Open(Stream file, string? encoding, char? separator)
    {
        var source = new CsvSource(file, FileEncoding.Of(file, encoding), separator);
        source.LookThrough();
        return source;
    }

    public override IEnumerable<FileRecord> Records()
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
            Begin(csv.Headers.ToArray());
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
