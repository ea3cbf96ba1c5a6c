using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sanbao.Web.Tests.Platform;

/// <summary>
/// Holds one reading up in the middle: after its query of a table has run, and before it goes on with what it read. To be made before the
/// site, which otherwise does not tell of its queries.
/// </summary>
internal sealed class HeldReading : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly AsyncLocal<string?> heldAt = new();
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim goOn = new();
    private readonly IDisposable listeners;

    public HeldReading() => listeners = DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>Begins to read; the answer comes when the reading stands before its end.</summary>
    /// <returns>The reading, which ends after <see cref="GoOn"/>.</returns>
    public async Task<Task> BeginAsync(string table, Func<Task> read)
    {
        var reading = Task.Run(() =>
        {
            heldAt.Value = table;
            return read();
        });
        if (await Task.WhenAny(reached.Task, reading) == reading) await reading;
        return reading;
    }

    public void GoOn() => goOn.Set();

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (heldAt.Value is not { } table || value.Value is not CommandExecutedEventData ran) return;
        if (!ran.Command.CommandText.Contains(table, StringComparison.Ordinal)) return;
        heldAt.Value = null;
        reached.TrySetResult();
        goOn.Wait();
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    public void Dispose()
    {
        goOn.Set();
        listeners.Dispose();
    }
}
