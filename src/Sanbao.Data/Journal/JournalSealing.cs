using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Journal;

/// <summary>Turns what documents recorded into chained lines, in the save that writes their state.</summary>
internal static class JournalSealing
{
    /// <summary>Seals every tracked document that recorded something. What changed without a record is a fault of the code.</summary>
    public static void Seal(ServiceDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Document>().ToList())
        {
            if (entry.Entity.Unsaved.Count > 0) db.AddRange(Seal(entry.Entity));
            else if (entry.State is EntityState.Added or EntityState.Modified)
                throw new InvalidOperationException($"{entry.Entity.GetType().Name} changed without a journal line.");
        }
    }

    /// <summary>The lines of what the document recorded; the document's chain and version move on.</summary>
    public static List<JournalLine> Seal(Document document)
    {
        var lines = new List<JournalLine>(document.Unsaved.Count);
        var buffer = new ArrayBufferWriter<byte>(512);
        var head = document.JournalHead;
        foreach (var recorded in document.Unsaved)
        {
            var index = document.JournalLength + lines.Count;
            var text = JournalJson.Write(buffer, document.Kind, document.Id, index, recorded, head);
            var hash = SHA256.HashData(text);
            lines.Add(new(document.Id, index, Encoding.UTF8.GetString(text), hash));
            head = Convert.ToHexStringLower(hash);
        }
        document.Seal(document.JournalLength + lines.Count, head);
        return lines;
    }
}
