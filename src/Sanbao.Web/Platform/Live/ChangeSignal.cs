using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Live;

/// <summary>
/// Says that something was committed, by whomever. It says no more than that: whoever waits looks for himself, through what he may see.
/// </summary>
internal sealed class ChangeSignal
{
    private long count;
    private TaskCompletionSource next = NewRound();

    /// <summary>Raised by every commit of this writer, before its caller is answered.</summary>
    public static ChangeSignal Of(Writer writer)
    {
        var signal = new ChangeSignal();
        writer.Committed += signal.Raise;
        return signal;
    }

    /// <summary>How often it was raised; tells whether something happened since one looked.</summary>
    public long Count => Interlocked.Read(ref count);

    public void Raise()
    {
        Interlocked.Increment(ref count);
        Interlocked.Exchange(ref next, NewRound()).TrySetResult();
    }

    /// <summary>Ends when it was raised after the count was <paramref name="seen"/>; at once when it was already.</summary>
    public Task ChangedSinceAsync(long seen, CancellationToken cancel)
    {
        // The round is taken before the count is read: what is raised between the two ends this very round.
        var round = Volatile.Read(ref next).Task;
        return Count == seen ? round.WaitAsync(cancel) : Task.CompletedTask;
    }

    private static TaskCompletionSource NewRound() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
