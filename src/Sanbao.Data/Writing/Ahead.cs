using Sanbao.Data.Journal;
using Sanbao.Data.Search;
using Sanbao.Domain.Approvals;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Papers;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;

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
        if (document is FiledDocument filed)
            foreach (var paper in filed.Papers) below.Add(inserter.RowOf(paper));
        if (document is IApproved approved)
            foreach (var step in approved.Approvals.Steps) below.Add(inserter.RowOf(step));
        foreach (var part in below) parts.Add((part.Name, part.Seal));
        foreach (var entry in recorded.AsSpan(..^1)) below.Add(inserter.RowOf(JournalSealing.Line(document, entry, ref begun)));
        if (document is IPromises promises)
            foreach (var deadline in promises.Deadlines.Entries) below.Add(inserter.RowOf(deadline));
        if (document is ServiceRequest request) behindNumber = SearchWords.BehindNumber(request);
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
        if (Words() is { } found) words.Add(found);
    }

    private SearchWords? Words() =>
        Document is ServiceRequest request ? SearchWords.Numbered(request, behindNumber!) : SearchWords.Of(Document);
}

/// <summary>The same of a document that is numbered when it is taken in.</summary>
public sealed class Ahead<T> : Ahead where T : Document, INumbered
{
    internal Ahead(EntityInserter inserter, T document) : base(inserter, document) { }

    public new T Document => (T)base.Document;
}
