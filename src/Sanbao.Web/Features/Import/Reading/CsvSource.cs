using System.Text;
using CsvHelper;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>
/// A CSV file. A line whose quotation marks do not pair is a record that cannot be read, told at its line; it takes no other along.
/// </summary>
internal sealed class CsvSource : RecordSource
{
    /// <summary>No honest record is longer; an open quotation mark in a large file is found before it fills the memory.</summary>
    private const int LongestRecord = 1024 * 1024;

    /// <summary>Each look at a file finds at least half of the broken lines that are left.</summary>
    private const int MostLooks = 24;

    private readonly Stream file;
    private readonly Encoding encoding;
    private readonly char? separator;
    // Lines at which a record begins that cannot be read.
    private readonly SortedSet<long> broken = [];

    private CsvSource(Stream file, Encoding encoding, char? separator) =>
        (this.file, this.encoding, this.separator) = (file, encoding, separator);

    public override string Format => encoding.WebName;

    public static CsvSource Of(Stream file, ReadingOrder order)
    {
        var source = new CsvSource(file, FileEncoding.Of(file, order.Encoding), order.Separator);
        source.FindBroken();
        return source;
    }

    protected override IEnumerable<FileRecord> Rows(CancellationToken cancel)
    {
        using var csv = Reader(null);
        using var left = broken.GetEnumerator();
        var isLeft = left.MoveNext();
        while (csv.Read())
        {
            for (; isLeft && left.Current < csv.LineNumber; isLeft = left.MoveNext()) yield return Broken(left.Current);
            var cells = Cells(csv);
            if (Array.Exists(cells, c => !c.IsEmpty)) yield return new(csv.LineNumber, cells);
        }
        for (; isLeft; isLeft = left.MoveNext()) yield return Broken(left.Current);
    }

    protected override IEnumerable<Phrase> SeenToEnd() => [];

    /// <summary>A comma too many moves what stands behind it.</summary>
    protected override bool LengthMatters => true;

    private static FileRecord Broken(long line) => new(line, [], Phrase.Of("import.broken-quoting"));

    private static Cell[] Cells(CsvReader csv)
    {
        var cells = new Cell[csv.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = Cell.OfText(csv.GetString(i));
        return cells;
    }

    // A quotation mark that is never closed takes the lines behind it along. So its line is left out and the file looked at again, until
    // nothing is broken any more. Inside what was taken along also a stray mark is no text.
    private void FindBroken()
    {
        var suspect = 0L;
        for (var look = 0; look < MostLooks; look++)
        {
            var before = broken.Count;
            var until = suspect;
            using var csv = Reader(m =>
            {
                if (m.Reason is CsvMalformedReason.StrayQuote && m.LineNumber > until) return;
                broken.Add(m.LineNumber);
                suspect = Math.Max(suspect, m.LineNumber + m.RawRecord.AsSpan().Count('\n'));
            });
            try { while (csv.Read()) { } }
            catch (CsvFormatException e) { broken.Add(Math.Max(1, e.LineNumber)); }
            if (broken.Count == before) return;
        }
        throw FileEncoding.Refused("import.broken-quoting-all", broken.Min);
    }

    private CsvReader Reader(Action<CsvMalformedRecord>? malformed)
    {
        file.Position = 0;
        var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        return CsvReader.Create(new WithoutLines(text, [.. broken]), new CsvReaderOptions
        {
            Separator = separator, HasHeader = false, TrackLineNumbers = true, OnMalformedRecord = malformed, MaxRecordSize = LongestRecord,
        });
    }
}
