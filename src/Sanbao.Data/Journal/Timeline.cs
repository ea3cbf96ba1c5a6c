using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Sanbao.Data.Journal;

/// <summary>One line of a document's story: who did what when, as a code and arguments by name. The words live in the resources.</summary>
public sealed record TimelineLine(int Index, DateTimeOffset At, Guid ActorId, string By, string Code, IReadOnlyDictionary<string, JsonElement> Arguments);

public static class Timeline
{
    /// <summary>The document's journal, oldest line first.</summary>
    public static async Task<List<TimelineLine>> TimelineAsync(this ServiceDb db, Guid documentId, CancellationToken cancel = default)
    {
        var texts = await db.JournalLines.AsNoTracking().Where(l => l.DocumentId == documentId).OrderBy(l => l.Index)
            .Select(l => l.Text).ToListAsync(cancel);
        return texts.ConvertAll(Read);
    }

    /// <summary>Whether anything was ever written down about anything but the company itself: every document has a first line.</summary>
    public static Task<bool> HasDocumentsAsync(this ServiceDb db, CancellationToken cancel = default) =>
        db.JournalLines.AnyAsync(l => l.DocumentId != CompanyJournal.Only, cancel);

    private static TimelineLine Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var line = json.RootElement;
        return new(
            line.GetProperty("line").GetInt32(), line.GetProperty("at").GetDateTimeOffset(), line.GetProperty("actor").GetGuid(),
            line.GetProperty("by").GetString()!, line.GetProperty("code").GetString()!,
            line.GetProperty("arguments").EnumerateObject().ToDictionary(a => a.Name, a => a.Value.Clone()));
    }
}
