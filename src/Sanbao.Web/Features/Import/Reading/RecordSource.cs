using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading.Workbooks;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>One row of a file below its header: the line on which it begins, counted from 1, and a cell for each column.</summary>
/// <param name="Fault">Why nothing of it can be read; null: its cells can.</param>
/// <param name="Remark">What is to be said of it although it can be read.</param>
internal sealed record FileRecord(long Line, Cell[] Cells, Phrase? Fault = null, Phrase? Remark = null);

/// <summary>How a file is to be read.</summary>
/// <param name="Encoding">A name of <see cref="FileEncoding.Names"/>; null: find out.</param>
/// <param name="Separator">Null: found from the first lines.</param>
/// <param name="Names">The names that columns may have: by them the header is found under a title.</param>
/// <param name="HeaderLine">The line that names the columns; null: find it.</param>
internal sealed record ReadingOrder(
    string? Encoding = null, char? Separator = null, IReadOnlySet<string>? Names = null, long? HeaderLine = null);

/// <summary>
/// A file that was looked through once before its first record is given out: it can be read to its end, its header is known, and so is how
/// many records there are. So nothing is stored of a file that breaks off in its middle.
/// </summary>
internal abstract class RecordSource
{
    /// <summary>So many lines from the top may be the header.</summary>
    public const int MostTopLines = 20;

    /// <summary>A table that people keep has fewer columns; each of them is offered for every field of the product.</summary>
    public const int MostColumns = 500;

    private readonly List<Phrase> remarks = [];

    /// <summary>The names of the columns, each once; one without a name is empty and cannot be read.</summary>
    public string[] Header { get; private set; } = [];

    public long HeaderLine { get; private set; }

    /// <summary>The first lines of the file, from which a person may choose the header.</summary>
    public IReadOnlyList<FileRecord> Top { get; private set; } = [];

    public long Count { get; private set; }

    /// <summary>What was done with the file that its sender may not expect, e.g. that a hidden sheet was left out.</summary>
    public IReadOnlyList<Phrase> Remarks => remarks;

    /// <summary>The encoding of a text, or what kind of workbook it is.</summary>
    public abstract string Format { get; }

    /// <param name="file">Seekable; stays open.</param>
    public static RecordSource Open(Stream file, ReadingOrder order, CancellationToken cancel = default)
    {
        RecordSource source = WorkbookSource.IsWorkbook(file) ? WorkbookSource.Of(file, cancel) : CsvSource.Of(file, order);
        source.LookThrough(order, cancel);
        return source;
    }

    /// <summary>The records below the header, each with a cell for every column of it.</summary>
    public IEnumerable<FileRecord> Records()
    {
        foreach (var row in Rows(CancellationToken.None))
            if (row.Line > HeaderLine) yield return Fit(row);
    }

    /// <summary>Every row that has anything in it, from the first one on.</summary>
    protected abstract IEnumerable<FileRecord> Rows(CancellationToken cancel);

    /// <summary>What is to be said of the file once all of it was seen.</summary>
    protected abstract IEnumerable<Phrase> SeenToEnd();

    /// <summary>A row of another length than the header may have its cells in wrong columns.</summary>
    protected abstract bool LengthMatters { get; }

    private void LookThrough(ReadingOrder order, CancellationToken cancel)
    {
        var (top, total) = (new List<FileRecord>(), 0L);
        foreach (var row in Rows(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (top.Count < MostTopLines) top.Add(row);
            total++;
        }
        if (total == 0) throw FileEncoding.Refused("import.empty");
        Top = top;
        var above = order.HeaderLine is { } line ? top.FindIndex(r => r.Line == line) : HeaderSearch.PlaceIn(top, order.Names);
        if (above < 0) throw FileEncoding.Refused("import.no-header-there", order.HeaderLine!);
        Begin(top[above]);
        Count = total - above - 1;
        if (Count == 0) throw FileEncoding.Refused("import.no-records");
        remarks.InsertRange(0, SeenToEnd());
        if (above > 0) remarks.Add(Phrase.Of("import.remark-title", HeaderLine, above));
    }

    private void Begin(FileRecord row)
    {
        HeaderLine = row.Line;
        var named = Array.FindLastIndex(row.Cells, c => !c.IsEmpty) + 1;
        Header = [.. row.Cells.Take(named).Select(c => c.Fault is null ? UnfitCharacters.Without(c.Text).ReplaceLineEndings(" ") : "")];
        if (named > MostColumns) throw FileEncoding.Refused("import.many-columns", HeaderLine, named, MostColumns);
        if (row.Fault is { } broken) throw new RefusedException(new(broken.Code, broken.Arguments));
        if (Header.All(h => h.Length == 0)) throw FileEncoding.Refused("import.no-header");
        var known = new HashSet<string>();
        for (var i = 0; i < Header.Length; i++)
        {
            if (Header[i].Length == 0 || known.Add(ColumnNames.KeyOf(Header[i]))) continue;
            var (twice, number) = (Header[i], 2);
            while (!known.Add(ColumnNames.KeyOf(Header[i] = $"{twice} ({number})"))) number++;
            remarks.Add(Phrase.Of("import.remark-column-twice", twice, Header[i]));
        }
    }

    private FileRecord Fit(FileRecord row)
    {
        var (length, wanted) = (row.Cells.Length, Header.Length);
        if (row.Fault is not null || length == wanted) return row;
        if (length < wanted)
            return row with
            {
                Cells = [.. row.Cells, .. Enumerable.Repeat(Cell.Empty, wanted - length)],
                Remark = LengthMatters ? Phrase.Of("import.remark-short-line") : null,
            };
        return LengthMatters && Array.Exists(row.Cells[wanted..], c => !c.IsEmpty)
            ? row with { Fault = Phrase.Of("import.too-many-fields", length, wanted) }
            : row with { Cells = row.Cells[..wanted] };
    }
}
