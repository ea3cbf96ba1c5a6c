namespace Sanbao.Data.Writing;

/// <summary>
/// The counters of one batch: read and locked when first asked for, counted in memory, written before the commit. A unit that fails
/// gives its numbers back, so that none is ever missing.
/// </summary>
internal sealed class CounterBook(WriteSession session)
{
    private readonly Dictionary<string, long> values = [];
    private readonly List<(string Name, long Before)> undo = [];

    public long Next(string name)
    {
        if (!values.TryGetValue(name, out var value)) value = session.LockCounter(name);
        undo.Add((name, value));
        return values[name] = value + 1;
    }

    /// <summary>The unit is written: its numbers are used.</summary>
    public void Keep() => undo.Clear();

    /// <summary>The unit failed: the next one takes its numbers.</summary>
    public void GiveBack()
    {
        for (var i = undo.Count - 1; i >= 0; i--) values[undo[i].Name] = undo[i].Before;
        undo.Clear();
    }

    public IEnumerable<KeyValuePair<string, long>> Values => values;
}
