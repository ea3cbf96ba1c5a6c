namespace Sanbao.Web.Platform;

/// <summary>
/// What was last read of something that others change meanwhile. A reading that began earlier never takes the place of one that began
/// later: whoever reads after his own commit finds it here from then on, however many read at the same time.
/// </summary>
internal sealed class LastRead<T>(T first) where T : class
{
    private readonly Lock gate = new();
    private long begun;
    private long taken;
    private volatile T value = first;

    public T Value => value;

    /// <summary>To be called before anything is read; the answer stands for this reading.</summary>
    public long Begin() => Interlocked.Increment(ref begun);

    /// <param name="next">What is to hold, made of what holds now. Not asked where a later reading was faster.</param>
    public void Take(long reading, Func<T, T> next)
    {
        lock (gate)
        {
            if (reading < taken) return;
            value = next(value);
            taken = reading;
        }
    }

    /// <summary>Adds to what holds, whatever was read before or is being read now.</summary>
    public void Add(Func<T, T> next)
    {
        lock (gate) value = next(value);
    }
}
