using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sanbao.Web.Tests.Requests.Ledger;

/// <summary>
/// Counts the commands that contexts send, so that a list cannot begin to ask once for each line. It must listen before the first
/// command: EF remembers for a second that nobody does.
/// </summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<DbContext, int> counts = new();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> readings = new();
    private readonly List<IDisposable> subscriptions = [];

    public CommandCount() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public int Of(DbContext context) => counts.GetValueOrDefault(context);

    /// <summary>Of requests, by whichever context of the same database.</summary>
    public int OfRequests(DbContext context) => readings.GetValueOrDefault(context.Database.GetDbConnection().DataSource);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandExecutedEventData { Context: { } context } executed) return;
        counts.AddOrUpdate(context, 1, (_, n) => n + 1);
        if (executed.Command.CommandText.Contains("req_requests", StringComparison.Ordinal))
            readings.AddOrUpdate(executed.Command.Connection!.DataSource, 1, (_, n) => n + 1);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
