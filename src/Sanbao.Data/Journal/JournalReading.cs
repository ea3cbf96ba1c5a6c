using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sanbao.Data.Journal;

/// <summary>
/// The lines of one document, read with suspicion: every hash, every link, whose line it is, and what state the last of them say that
/// the rows are in.
/// </summary>
internal sealed class JournalReading
{
    private readonly List<(int Line, string Code)> faults = [];
    private readonly Dictionary<string, (string Seal, int Version)> state = [];

    /// <param name="lines">In the order of their index.</param>
    public JournalReading(Guid document, IEnumerable<JournalLine> lines)
    {
        foreach (var line in lines) Read(document, line);
    }

    /// <summary>What is wrong, at which line.</summary>
    public IReadOnlyList<(int Line, string Code)> Faults => faults;

    /// <summary>Where the chain ends.</summary>
    public JournalEnd End { get; private set; } = JournalEnd.None;

    /// <summary>The kind of document that the lines tell of; empty: there are none.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What was said last of each row that was not taken away.</summary>
    public IReadOnlyDictionary<string, (string Seal, int Version)> State => state;

    private void Read(Guid document, JournalLine line)
    {
        if (line.Index != End.Length) faults.Add((End.Length, "line-missing"));
        var text = Encoding.UTF8.GetBytes(line.Text);
        if (!SHA256.HashData(text).AsSpan().SequenceEqual(line.Hash)) faults.Add((line.Index, "line-changed"));
        try
        {
            using var json = JsonDocument.Parse(text);
            Read(document, line, json.RootElement);
        }
        catch (Exception why) when (why is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            faults.Add((line.Index, "line-unreadable"));
        }
        End = new(line.Index + 1, Convert.ToHexStringLower(line.Hash));
    }

    private void Read(Guid document, JournalLine line, JsonElement said)
    {
        if (said.GetProperty("previous").GetString() != End.Head) faults.Add((line.Index, "chain-broken"));
        Kind = said.GetProperty("kind").GetString()!;
        if (said.GetProperty("document").GetGuid() != document || said.GetProperty("line").GetInt32() != line.Index)
            faults.Add((line.Index, "line-of-another"));
        if (!said.TryGetProperty("state", out var left)) return;
        var version = left.GetProperty("version").GetInt32();
        foreach (var row in left.GetProperty("rows").EnumerateObject())
            if (row.Value.GetString() is { } seal) state[row.Name] = (seal, version);
            else state.Remove(row.Name);
    }
}
