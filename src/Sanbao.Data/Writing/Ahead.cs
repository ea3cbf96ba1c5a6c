using Sanbao.Data.Journal;
using Sanbao.Data.Search;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Writing;

/// <summary>
/// A new document whose lines are sealed and whose rows are made before the writer's turn, on the caller's own core: only what its number
/// decides is left to the one writer. Nothing may happen to the document afterwards. A unit that runs again finishes it again.
/// </summary>
public class Ahead
{
    private readonly EntityInserter inserter;
    private readonly List<Row> below = [];
    private readonly JournalEntry[] recorded;
    private readonly List<(string Row, string? Seal)> parts = [];
    private readonly JournalEnd begun = JournalEnd.None;
    private readonly List<string>? behindNumber;

    internal Ahead(EntityInserter inserter, Document document)
    {
        (this.inserter, Document) = (inserter, document);
        document.CountEdit();
        recorded = [.. document.Unsaved];
        inserter.AddChildren(document, below);
        foreach (var row in PaperTracking.RowsOf(document)) below.Add(inserter.RowOf(row));
        foreach (var row in ApprovalTracking.RowsOf(document)) below.Add(inserter.RowOf(row));
        foreach (var part in below) parts.Add((part.Name, part.Seal));
        foreach (var entry in recorded.AsSpan(..^1)) below.Add(inserter.RowOf(JournalSealing.Line(document, entry, ref begun)));
        foreach (var row in DeadlineTracking.RowsOf(document)) below.Add(inserter.RowOf(row));
        behindNumber = SearchWords.BehindNumber(document);
    }

    public Document Document { get; }

    /// <summary>In the writer's turn, the document numbered: its row first, as foreign keys want it.</summary>
    internal void Finish(List<Row> rows, List<SearchWords> words)
    {
        var (end, own) = (begun, inserter.RowOf(Document));
        (string, string?)[] state = [(own.Name, own.Seal), .. parts];
        var last = inserter.RowOf(JournalSealing.Line(Document, recorded[^1], ref end, state));
        Document.Seal(end.Length, end.Head);
        rows.Add(own.Ending(Document));
        rows.AddRange(below);
        rows.Add(last);
        rows.Add(inserter.RowOf(HeadRow.Of(Document)));
        if (behindNumber is not null) words.Add(SearchWords.Of((ISearched)Document, own.Plan.Table, behindNumber));
    }
}

/// <summary>The same of a document that is numbered when it is taken in.</summary>
public sealed class Ahead<T> : Ahead where T : Document, INumbered
{
    internal Ahead(EntityInserter inserter, T document) : base(inserter, document) { }

    public new T Document => (T)base.Document;
}
