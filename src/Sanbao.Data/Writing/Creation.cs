using Sanbao.Data.Journal;
using Sanbao.Data.Search;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Data.Writing;

/// <summary>What one unit of creating writes: all of it or nothing. It takes numbers and adds new things; it reads nothing.</summary>
public sealed class Creation
{
    private readonly EntityInserter inserter;
    // A unit may run again after a failed batch, on the same documents: what was sealed stays sealed.
    private readonly Dictionary<Document, List<JournalLine>> sealedLines = [];
    private CounterBook counters = null!;

    internal Creation(EntityInserter inserter) => this.inserter = inserter;

    internal List<Row> Rows { get; } = [];
    internal List<SearchWords> Words { get; } = [];

    /// <summary>Takes a document in with all that belongs to it.</summary>
    public void Add(Document document)
    {
        if (document is INumbered) throw new InvalidOperationException($"A {document.Kind} is numbered; say within which year.");
        Count(document);
        AddDocument(document);
    }

    /// <summary>The same for one that is numbered within its form and a year.</summary>
    public void Add<T>(T document, int year) where T : Document, INumbered
    {
        Number(document, year);
        AddDocument(document);
    }

    /// <summary>The same for a request that was made ready before (<see cref="Writer.Ahead"/>).</summary>
    public void Add(RequestAhead ahead, int year)
    {
        Number(ahead.Request, year);
        Rows.Add(inserter.RowOf(ahead.Request));
        Rows.AddRange(ahead.Below);
        Words.Add(ahead.Words());
    }

    public void Add(IdempotencyKey key) => inserter.AddRows(key, Rows);
    public void Add(OutboxMessage message) => inserter.AddRows(message, Rows);

    internal void Begin(CounterBook book)
    {
        counters = book;
        Rows.Clear();
        Words.Clear();
    }

    private void Number<T>(T document, int year) where T : Document, INumbered
    {
        document.TakeNumber(DocumentNumber.Of(document.Form, year, counters.Next(Counter.OfNumber(document.Form, year))));
        Count(document);
    }

    private void Count(Document document)
    {
        if (document is ICounted counted) counted.TakeSeq(counters.Next(Counter.OfSeq(document.Kind)));
    }

    private void AddDocument(Document document)
    {
        if (!sealedLines.TryGetValue(document, out var lines)) sealedLines.Add(document, lines = JournalSealing.Seal(document));
        inserter.AddRows(document, Rows);
        foreach (var line in lines) inserter.AddRows(line, Rows);
        if (document is IPromises promises)
            foreach (var deadline in promises.Deadlines.Entries) inserter.AddRows(deadline, Rows);
        if (SearchWords.Of(document) is { } words) Words.Add(words);
    }
}
