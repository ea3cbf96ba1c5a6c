using Sanbao.Web.Features.Import.Mapping;

namespace Sanbao.Web.Features.Import.Reading.Workbooks;

/// <summary>The first visible sheet of an Excel workbook (.xlsx), read as a stream; what is hidden in it is left out and said.</summary>
internal sealed class WorkbookSource : RecordSource
{
    /// <summary>Of hidden rows as many are named.</summary>
    private const int MostNamed = 5;

    /// <summary>A workbook of this many bytes may have as many cells as it has bytes; a smaller one has this many.</summary>
    private const long LeastCells = 1_000_000;

    private readonly Stream file;
    private readonly Contents contents;
    private readonly List<long> hidden = [];
    private long hiddenCount;
    // Null until the sheet was read to its end.
    private ILookup<long, MergedCells>? merged;

    private WorkbookSource(Stream file, Contents contents) => (this.file, this.contents) = (file, contents);

    public override string Format => "xlsx";

    public static bool IsWorkbook(Stream file)
    {
        var start = new byte[4];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return length == 4 && start.AsSpan().SequenceEqual("PK\u0003\u0004"u8);
    }

    public static WorkbookSource Of(Stream file, CancellationToken cancel) =>
        OrBroken(() => new WorkbookSource(file, Contents.Of(file, cancel)));

    protected override IEnumerable<FileRecord> Rows(CancellationToken cancel)
    {
        using var package = OrBroken(() => new Package(file));
        using var part = OrBroken(() => package.Open(contents.Part));
        var sheet = new Sheet(part, contents.Texts, contents.Looks, Math.Max(LeastCells, file.Length));
        using var rows = sheet.Rows().GetEnumerator();
        var fill = merged is null ? null : new MergedFill(merged);
        Func<bool> next = rows.MoveNext;
        while (OrBroken(next))
        {
            cancel.ThrowIfCancellationRequested();
            var row = rows.Current;
            var cells = fill?.Fill(row) ?? row.Cells;
            if (!row.Hidden) yield return new(row.Line, cells);
            else if (merged is null && ++hiddenCount <= MostNamed) hidden.Add(row.Line);
        }
        merged ??= sheet.Merged.ToLookup(m => m.Line);
    }

    protected override IEnumerable<Phrase> SeenToEnd()
    {
        merged = merged!.SelectMany(m => m).Where(m => m.Line > HeaderLine).ToLookup(m => m.Line);
        yield return Phrase.Of("import.remark-sheet", contents.Name);
        if (contents.Others.Count > 0) yield return Phrase.Of("import.remark-other-sheets", ColumnNames.Some(contents.Others));
        var named = hiddenCount > MostNamed ? "import.remark-hidden-rows-many" : "import.remark-hidden-rows";
        if (hiddenCount > 0) yield return Phrase.Of(named, hiddenCount, string.Join(", ", hidden));
        if (merged.Count > 0) yield return Phrase.Of("import.remark-merged", merged.Sum(m => m.Count()));
    }

    /// <summary>What stands beside the table, under no name, is not of it.</summary>
    protected override bool LengthMatters => false;

    /// <summary>A reader of foreign files fails in many ways; all of them mean that it is no workbook that can be read.</summary>
    private static T OrBroken<T>(Func<T> read)
    {
        try { return read(); }
        catch (Exception e) when (e is not (RefusedException or OperationCanceledException or OutOfMemoryException))
        {
            throw FileEncoding.Refused("import.broken-workbook");
        }
    }
}
