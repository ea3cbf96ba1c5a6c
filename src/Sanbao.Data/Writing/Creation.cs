using Sanbao.Data.Search;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Writing;

/// <summary>What one unit of creating writes: all of it or nothing. It takes numbers and adds new things; it reads nothing.</summary>
public sealed class Creation
{
    private readonly EntityInserter inserter;
    // A unit may run again after a failed batch, on the same documents: what they recorded is known from the first time.
    private readonly Dictionary<Document, Ahead> begun = [];
    private CounterBook counters = null!;

    internal Creation(EntityInserter inserter) => this.inserter = inserter;

    internal List<Row> Rows { get; } = [];
    internal List<SearchWords> Words { get; } = [];

    /// <summary>Takes a document in with all that belongs to it.</summary>
    public void Add(Document document)
    {
        if (document is INumbered) throw new InvalidOperationException($"A {document.Kind} is numbered; say within which year.");
        Count(document);
        AheadOf(document, () => new Ahead(inserter, document)).Finish(Rows, Words);
    }

    /// <summary>The same for one that is numbered within its form and a year.</summary>
    public void Add<T>(T document, int year) where T : Document, INumbered =>
        Add((Ahead<T>)AheadOf(document, () => new Ahead<T>(inserter, document)), year);

    /// <summary>The same for one that was made ready before (<see cref="Writer.Ahead"/>).</summary>
    public void Add<T>(Ahead<T> ahead, int year) where T : Document, INumbered
    {
        var document = ahead.Document;
        document.TakeNumber(DocumentNumber.Of(document.Form, year, counters.Next(Counter.OfNumber(document.Form, year))));
        Count(document);
        ahead.Finish(Rows, Words);
    }

    public void Add(IdempotencyKey key) => inserter.AddRows(key, Rows);

    /// <summary>Tells people what a document that was just taken in has to tell them.</summary>
    public void TellOf(Document document)
    {
        foreach (var notice in NoticeTracking.NoticesOf(document)) inserter.AddRows(notice, Rows);
    }

    internal void Begin(CounterBook book)
    {
        counters = book;
        Rows.Clear();
        Words.Clear();
    }

    /// <summary>The store counts the documents of every kind, so that one that is gone is missed.</summary>
    private void Count(Document document)
    {
        var count = counters.Next(Counter.OfSeq(document.Kind));
        if (document is ICounted counted) counted.TakeSeq(count);
    }

    private Ahead AheadOf(Document document, Func<Ahead> make)
    {
        if (!begun.TryGetValue(document, out var ahead)) begun.Add(document, ahead = make());
        return ahead;
    }
}
