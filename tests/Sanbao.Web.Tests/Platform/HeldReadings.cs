using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sanbao.Web.Tests.Platform;

/// <summary>
/// Holds readings up in the middle: after their query of a table has run, and before they go on with what they read. To be made before the
/// site, which otherwise does not tell of its queries.
/// </summary>
internal sealed class HeldReadings : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly AsyncLocal<Held?> held = new();
    private readonly IDisposable listeners;

    public HeldReadings() => listeners = DiagnosticListener.AllListeners.Subscribe(this);

    /// <summary>Begins to read; the answer comes when the reading is held up behind its query of that table.</summary>
    public async Task<Held> BeginAsync(string table, Func<Task> read)
    {
        var begun = new Held(table);
        begun.Reading = Task.Run(() =>
        {
            held.Value = begun;
            return read();
        });
        if (await Task.WhenAny(begun.Reached.Task, begun.Reading) == begun.Reading) await begun.Reading;
        return begun;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (held.Value is not { } now || value.Value is not CommandExecutedEventData ran) return;
        if (!ran.Command.CommandText.Contains(now.Table, StringComparison.Ordinal)) return;
        held.Value = null;
        now.Reached.TrySetResult();
        now.Gate.Wait();
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    public void Dispose() => listeners.Dispose();

    /// <summary>One of them.</summary>
    internal sealed class Held(string table)
    {
        internal string Table { get; } = table;
        internal TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        internal ManualResetEventSlim Gate { get; } = new();
        internal Task Reading { get; set; } = Task.CompletedTask;

        public void GoOn() => Gate.Set();

        /// <summary>Lets it go on, and waits for its end.</summary>
        public Task EndAsync()
        {
            GoOn();
            return Reading;
        }
    }
}
