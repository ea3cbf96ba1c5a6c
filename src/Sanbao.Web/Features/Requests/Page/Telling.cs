using Sanbao.Data.Journal;

namespace Sanbao.Web.Features.Requests.Page;

/// <summary>A journal line in words: the journal keeps codes and arguments only.</summary>
internal sealed record Telling(string Icon, Tone Tone, string Title, IReadOnlyList<string> Facts, string? Body)
{
    private sealed record Kind(string Icon, Tone Tone, string? Body = null, string[]? Title = null, string[]? Facts = null);

    /// <summary>Arguments that stand in the title and below it as <c>name:list</c>, or <c>name</c> where the text stands as it is.</summary>
    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["request.opened"] = new("phone-incoming", Tone.Accent, Title: ["channel:channel", "category:request-category"], Facts: ["customer", "serial"]),
        ["request.imported"] = new("file-import", Tone.Calm, Facts: ["externalReference"]),
        ["request.replied"] = new("message", Tone.Good, "text", Facts: ["at@"]),
        ["request.guided"] = new("headset", Tone.Good, "advice", ["outcome:guidance-outcome"], ["spokeWith", "at@"]),
        ["request.noted"] = new("writing", Tone.Calm, "text"),
        ["request.attached"] = new("paperclip", Tone.Calm, Title: ["name"]),
        ["request.contacted-again"] = new("phone-incoming", Tone.Accent, "text", ["channel:channel"], ["reporter", "phone"]),
        ["request.confirmed"] = new("phone-call", Tone.Good, "finding"),
        ["request.customer-asked"] = new("star", Tone.Accent, "remark", ["verdict:verdict"]),
        ["request.verified"] = new("checklist", Tone.Good, "finding"),
        ["request.assigned"] = new("user-plus", Tone.Calm, "reason", ["to"]),
        ["request.handed-over"] = new("switch-horizontal", Tone.Calm, "reason", ["from", "to"]),
        ["request.priority-changed"] = new("flag", Tone.Calm, null, ["from:priority", "to:priority"]),
        ["request.declared-special"] = new("urgent", Tone.Violet, "reason"),
        ["request.mode-chosen"] = new("tool", Tone.Accent, "reason", ["mode:service-mode"], ["skipped:service-mode"]),
        ["request.visit-planned"] = new("calendar-event", Tone.Accent, "remark", ["engineer", "appointment@"]),
        ["request.step"] = new("map-pin", Tone.Accent, "remark", ["step:event-kind"], ["at@"]),
        ["request.linked"] = new("link", Tone.Calm, null, ["original"]),
        ["request.relinked"] = new("unlink", Tone.Warn, "reason", ["from", "to"]),
        ["request.judged"] = new("shield-half", Tone.Calm, null, ["covered?"], ["lastDay#", "cause:cause"]),
        ["request.judged-finally"] = new("shield-check", Tone.Accent, null, ["covered?"], ["coveredBefore?", "lastDay#", "cause:cause"]),
        ["request.goodwill-given"] = new("coin-yuan", Tone.Violet, "reason", null, ["parts!", "labour!", "travel!", "freight!"]),
        ["request.paused"] = new("player-pause", Tone.Warn, "reason", ["party:pause-party"]),
        ["request.resumed"] = new("player-play", Tone.Good, null, ["party:pause-party"]),
        ["request.deadline-warned"] = new("bell", Tone.Warn, null, ["promise:promise-code"], ["due@", "earlierDue@"]),
        ["request.deadline-passed"] = new("alarm", Tone.Bad, null, ["promise:promise-code"], ["due@", "earlierDue@"]),
        ["request.deadline-escalated"] = new("alarm", Tone.Bad, null, ["promise:promise-code"], ["due@", "earlierDue@"]),
        ["request.calendar-changed"] = new("calendar-event", Tone.Calm, null, null, ["nextDue@"]),
        ["request.solved"] = new("clipboard-check", Tone.Good, "solution", null, ["repaired!", "repairDays", "at@"]),
        ["request.closed"] = new("lock", Tone.Calm, "remark"),
        ["request.reopened"] = new("rotate", Tone.Warn, "reason"),
    };

    /// <summary>Codes that have words.</summary>
    public static IReadOnlyCollection<string> Codes => Kinds.Keys;

    public static Telling Of(TimelineLine item, Words w)
    {
        if (!Kinds.TryGetValue(item.Code, out var kind)) return new("circle-dashed", Tone.Calm, item.Code, [], null);
        var title = w[$"journal.{item.Code}", [.. (kind.Title ?? []).Select(a => (object?)(Value(a, item, w) ?? "—"))]];
        var facts = (kind.Facts ?? []).Select(a => Fact(a, item, w)).OfType<string>().ToList();
        return new(kind.Icon, kind.Tone, title, facts, kind.Body is null ? null : item.Text(kind.Body));
    }

    /// <summary>"Spoke with: Li". A fact that says nothing new is left out: what happened at the moment it was told, no days of repair, a cause not known.</summary>
    private static string? Fact(string argument, TimelineLine item, Words w)
    {
        var name = argument.TrimEnd('@', '#', '?', '!').Split(':')[0];
        if (argument.EndsWith('!')) return item.Flag(name) == true ? w[$"journal.{name}"] : null;
        if (name == "at" && item.Moment(name) is { } at && at >= item.At.AddMinutes(-1)) return null;
        if (name == "coveredBefore" && item.Flag(name) == item.Flag("covered")) return null;
        if (item.Count(name) is 0 || name == "cause" && item.Text(name) == "unknown") return null;
        return Value(argument, item, w) is { } value ? w[$"journal.{name}", value] : null;
    }

    private static string? Value(string argument, TimelineLine item, Words w)
    {
        if (argument.EndsWith('@')) return item.Moment(argument[..^1]) is { } at ? w.Say(at) : null;
        if (argument.EndsWith('#')) return item.Day(argument[..^1]) is { } day ? w.Say(day) : null;
        if (argument.EndsWith('?')) return item.Flag(argument[..^1]) is { } yes ? w[yes ? "request.covered" : "request.not-covered"] : null;
        if (argument.Split(':') is [var name, var list]) return item.Text(name) is { } code ? w[$"{list}.{code}"] : null;
        return item.Text(argument) ?? (item.Count(argument) is { } count ? w.Number(count) : null);
    }
}
