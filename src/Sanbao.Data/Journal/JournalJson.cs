using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Sanbao.Data.State;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Journal;

/// <summary>A journal entry as canonical JSON: fixed order of names, instants in UTC to the millisecond, no blanks.</summary>
internal static class JournalJson
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static ReadOnlySpan<byte> Write(ArrayBufferWriter<byte> buffer, string kind, Guid document, int index, JournalEntry entry,
        IReadOnlyCollection<(string Row, string? Seal)> state, string previous)
    {
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Canonical))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteString("document", document);
            json.WriteNumber("line", index);
            json.WriteString("at", Instant(entry.At));
            json.WriteString("actor", entry.ActorId);
            json.WriteString("by", entry.ActorName);
            json.WriteString("code", entry.Code);
            json.WriteStartObject("arguments");
            foreach (var (name, value) in entry.Arguments) Argument(json, name, value);
            json.WriteEndObject();
            if (state.Count > 0) State(json, state);
            json.WriteString("previous", previous);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan;
    }

    /// <summary>What the save left; null: the row is gone.</summary>
    private static void State(Utf8JsonWriter json, IReadOnlyCollection<(string Row, string? Seal)> state)
    {
        json.WriteStartObject("state");
        json.WriteNumber("version", RowSeal.Version);
        json.WriteStartObject("rows");
        foreach (var (row, seal) in state) json.WriteString(row, seal);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Argument(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: json.WriteString(name, text); break;
            case bool yes: json.WriteBoolean(name, yes); break;
            case int count: json.WriteNumber(name, count); break;
            case long count: json.WriteNumber(name, count); break;
            case decimal number: json.WriteNumber(name, number); break;
            case Money money: json.WriteNumber(name, money.InYuan); break;
            case DateOnly day: json.WriteString(name, day.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset at: json.WriteString(name, Instant(at)); break;
            case Guid id: json.WriteString(name, id); break;
            case Enum named: json.WriteString(name, JsonNamingPolicy.KebabCaseLower.ConvertName(named.ToString())); break;
            default: throw new NotSupportedException($"A {value.GetType().Name} cannot stand in the journal.");
        }
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
