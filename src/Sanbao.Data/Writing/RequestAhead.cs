using Sanbao.Data.Journal;
using Sanbao.Data.Search;
using Sanbao.Domain.Requests;

namespace Sanbao.Data.Writing;

/// <summary>
/// A new request whose journal is sealed and whose rows are made before the writer's turn, on the caller's own core: only what its number
/// decides is left to the one writer. Nothing may happen to the request afterwards.
/// </summary>
public sealed class RequestAhead
{
    private readonly List<Row> below = [];
    private readonly List<string> words;

    internal RequestAhead(EntityInserter inserter, ServiceRequest request)
    {
        Request = request;
        var lines = JournalSealing.Seal(request);
        inserter.AddChildren(request, below);
        foreach (var line in lines) inserter.AddRows(line, below);
        foreach (var deadline in request.Deadlines.Entries) inserter.AddRows(deadline, below);
        words = SearchWords.BehindNumber(request);
    }

    public ServiceRequest Request { get; }

    internal IReadOnlyList<Row> Below => below;

    internal SearchWords Words() => SearchWords.Numbered(Request, words);
}
