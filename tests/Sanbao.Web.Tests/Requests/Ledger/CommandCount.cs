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
    private readonly List<IDisposable> subscriptions = [];

    public CommandCount() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public int Of(DbContext context) => counts.GetValueOrDefault(context);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Context: { } context }) counts.AddOrUpdate(context, 1, (_, n) => n + 1);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
