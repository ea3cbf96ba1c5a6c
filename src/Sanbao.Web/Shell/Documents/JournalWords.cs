using System.Collections.Frozen;
using Sanbao.Data.Journal;

namespace Sanbao.Web.Shell.Documents;

/// <summary>Tells any line of any journal: the journal keeps codes and arguments only.</summary>
internal sealed class JournalWords(IEnumerable<IReadOnlyDictionary<string, Telling>> features)
{
    /// <summary>What happens to documents of any kind, by what stands behind the name of the kind.</summary>
    private static readonly Dictionary<string, Telling> Shared = new()
    {
        ["document.attached"] = new("paperclip", Title: ["name"]),
        ["document.paper-removed"] = new("unlink", Tone.Warn, "reason", ["name"]),
    };

    private readonly FrozenDictionary<string, Telling> tellings = features.Append(Shared).SelectMany(f => f).ToFrozenDictionary();

    /// <summary>Codes that have words.</summary>
    public IReadOnlyCollection<string> Codes => tellings.Keys;

    public Told Of(TimelineLine line, Words w)
    {
        var code = tellings.ContainsKey(line.Code) ? line.Code : "document" + line.Code[line.Code.IndexOf('.', StringComparison.Ordinal)..];
        if (!tellings.TryGetValue(code, out var telling)) return new("circle-dashed", Tone.Calm, line.Code, [], null);
        var title = w[$"journal.{code}", [.. (telling.Title ?? []).Select(a => (object?)(Value(a, line, w) ?? "—"))]];
        var facts = (telling.Facts ?? []).Select(a => Fact(a, line, w)).OfType<string>().ToList();
        return new(telling.Icon, telling.Tone, title, facts, telling.Body is null ? null : line.Text(telling.Body));
    }

    /// <summary>"Spoke with: Li". A fact that says nothing new is left out: what happened at the moment it was told, no days of repair, a
    /// cause not known.</summary>
    private static string? Fact(string argument, TimelineLine line, Words w)
    {
        var name = argument.Split('@', '#', '?', '!', ':')[0];
        if (argument.EndsWith('!')) return line.Flag(name) == true ? w[$"journal.{name}"] : null;
        if (name == "at" && line.Moment(name) is { } at && at >= line.At.AddMinutes(-1)) return null;
        if (name.EndsWith("Before", StringComparison.Ordinal) && line.Text(name) == line.Text(name[..^"Before".Length])) return null;
        if (line.Count(name) is 0 || name == "cause" && line.Text(name) == "unknown") return null;
        return Value(argument, line, w) is { } value ? w[$"journal.{name}", value] : null;
    }

    private static string? Value(string argument, TimelineLine line, Words w)
    {
        if (argument.EndsWith('@')) return line.Moment(argument[..^1]) is { } at ? w.Say(at) : null;
        if (argument.EndsWith('#')) return line.Day(argument[..^1]) is { } day ? w.Say(day) : null;
        if (argument.Split('?', '/') is [var flag, var so, var not]) return line.Flag(flag) is { } yes ? w[yes ? so : not] : null;
        if (argument.Split('~') is [var from, var until]) return w.Between(line.Day(from), line.Day(until));
        if (argument.Split(':') is [var name, var list])
            return line.Text(name) is { } codes
                ? string.Join(w.Chinese ? "、" : ", ", codes.Split(',').Select(code => w[$"{list}.{code}"])) : null;
        return line.Text(argument) ?? (line.Count(argument) is { } count ? w.Number(count) : null);
    }
}
