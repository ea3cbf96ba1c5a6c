using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sanbao.Web.Tests.Requests;

/// <summary>
/// Counts the commands that one context sends. Make it before the database is opened: a context that nobody listened to forgets for a
/// second to ask whether somebody does now.
/// </summary>
internal sealed class CountedCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];

    public CountedCommands() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public DbContext? Of { get; set; }

    public int Count { get; private set; }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed && Of is not null && ReferenceEquals(executed.Context, Of)) Count++;
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
