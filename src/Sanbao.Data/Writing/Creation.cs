using Sanbao.Data.Journal;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

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

    /// <summary>Numbers the request within its form and year, and takes it in with all that belongs to it.</summary>
    public void Add(ServiceRequest request, string form, int year)
    {
        request.TakeNumber(DocumentNumber.Of(form, year, counters.Next(Counter.OfNumber(form, year))), counters.Next(Counter.RequestSeq));
        AddDocument(request);
        foreach (var deadline in request.Deadlines.Entries) inserter.AddRows(deadline, Rows);
        Words.Add(SearchWords.Of(request));
    }

    /// <summary>The same for a request that was made ready before (<see cref="Writer.Ahead"/>).</summary>
    public void Add(RequestAhead ahead, string form, int year)
    {
        ahead.Request.TakeNumber(DocumentNumber.Of(form, year, counters.Next(Counter.OfNumber(form, year))), counters.Next(Counter.RequestSeq));
        Rows.Add(inserter.RowOf(ahead.Request));
        Rows.AddRange(ahead.Below);
        Words.Add(ahead.Words());
    }

    public void Add(Customer customer)
    {
        customer.TakeSeq(counters.Next(Counter.CustomerSeq));
        AddDocument(customer);
        Words.Add(SearchWords.Of(customer));
    }

    public void Add(Equipment unit) => AddDocument(unit);
    public void Add(Product product) => AddDocument(product);
    public void Add(Contract contract) => AddDocument(contract);
    public void Add(AttachedCharter attachment) => AddDocument(attachment);
    public void Add(CharterChange change) => AddDocument(change);
    public void Add(CompanyDays days) => AddDocument(days);
    public void Add(IdempotencyKey key) => inserter.AddRows(key, Rows);
    public void Add(OutboxMessage message) => inserter.AddRows(message, Rows);

    internal void Begin(CounterBook book)
    {
        counters = book;
        Rows.Clear();
        Words.Clear();
    }

    private void AddDocument(Document document)
    {
        if (!sealedLines.TryGetValue(document, out var lines)) sealedLines.Add(document, lines = JournalSealing.Seal(document));
        inserter.AddRows(document, Rows);
        foreach (var line in lines) inserter.AddRows(line, Rows);
    }
}
