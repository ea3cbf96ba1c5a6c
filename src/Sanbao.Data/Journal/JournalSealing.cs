using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.State;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Journal;

/// <summary>
/// Turns what documents recorded into chained lines, in the save that writes their state. The last line of a save says what state it
/// left: a seal for each row that the save wrote.
/// </summary>
internal static class JournalSealing
{
    /// <summary>Seals every tracked document that recorded something. What changed without a record is a fault of the code.</summary>
    public static void Seal(ServiceDb db)
    {
        var documents = db.ChangeTracker.Entries<Document>().ToList();
        if (documents.Find(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.Unsaved.Count == 0) is { } silent)
            throw new InvalidOperationException($"{silent.Entity.GetType().Name} changed without a journal line.");
        var recording = documents.Select(e => e.Entity).Where(d => d.Unsaved.Count > 0).ToList();
        // Before the rows are looked at: the version is a column.
        foreach (var document in recording) document.CountEdit();
        var saved = SavedRows.Of(db);
        foreach (var document in recording) db.AddRange(Seal(document, saved.Take(document)));
        saved.RequireNone();
    }

    /// <summary>One line, and where the journal ends with it.</summary>
    /// <param name="state">What the save left, on its last line.</param>
    public static JournalLine Line(
        Document document, JournalEntry entry, ref JournalEnd end, IReadOnlyCollection<(string Row, string? Seal)>? state = null)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        var text = JournalJson.Write(buffer, document.Kind, document.Id, end.Length, entry, state ?? [], end.Head);
        var hash = SHA256.HashData(text);
        var line = new JournalLine(document.Id, end.Length, Encoding.UTF8.GetString(text), hash);
        end = new(end.Length + 1, Convert.ToHexStringLower(hash));
        return line;
    }

    private static List<JournalLine> Seal(Document document, IReadOnlyCollection<(string Row, string? Seal)> state)
    {
        var (lines, end) = (new List<JournalLine>(document.Unsaved.Count), JournalEnd.Of(document));
        for (var i = 0; i < document.Unsaved.Count; i++)
            lines.Add(Line(document, document.Unsaved[i], ref end, i == document.Unsaved.Count - 1 ? state : null));
        document.Seal(end.Length, end.Head);
        return lines;
    }
}
