using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Data.Journal;

/// <summary>One line of a document's story: who did what when, as a code and arguments by name. The words live in the resources.</summary>
public sealed record TimelineLine(int Index, DateTimeOffset At, Guid ActorId, string By, string Code,
    IReadOnlyDictionary<string, JsonElement> Arguments);

public static class Timeline
{
    /// <summary>The document's journal as this actor is told it, oldest line first; one's own lines are told whole.</summary>
    public static async Task<List<TimelineLine>> TimelineAsync(this ServiceDb db, Guid documentId, Actor actor,
        CancellationToken cancel = default)
    {
        var lines = await LinesAsync(db, documentId, cancel);
        return actor.SeesCompany ? lines : [.. lines.Select(l => l.ActorId == actor.Id ? l : Outside(l)).OfType<TimelineLine>()];
    }

    private static TimelineLine? Outside(TimelineLine line) => ToldOutside.Of(line.Code) is { } told
        ? line with { Arguments = line.Arguments.Where(a => told.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value) }
        : null;

    /// <summary>All of it.</summary>
    private static async Task<List<TimelineLine>> LinesAsync(ServiceDb db, Guid documentId, CancellationToken cancel)
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
