using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Journal;

/// <summary>What is wrong with a document's journal, and at which line (counted from 0).</summary>
public sealed record JournalFault(Guid DocumentId, int Line, string Code);

/// <summary>Proves that no saved line was changed, left out or put in: every hash, every link, every document's end (T2).</summary>
public static class JournalVerifier
{
    private sealed record Link(Guid Id, int Length, string Head, int? Index, string? Text, byte[]? Hash);

    public static async IAsyncEnumerable<JournalFault> VerifyAsync(ServiceDb db, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var documents in db.Documents())
            await foreach (var fault in VerifyAsync(Links(db, documents), cancel)) yield return fault;
    }

    private static IQueryable<Link> Links(ServiceDb db, IQueryable<Document> documents) =>
        from document in documents.AsNoTracking()
        join line in db.JournalLines on document.Id equals line.DocumentId into lines
        from line in lines.DefaultIfEmpty()
        orderby document.Id, line.Index
        select new Link(document.Id, document.JournalLength, document.JournalHead, line == null ? null : line.Index, line == null ? null : line.Text, line == null ? null : line.Hash);

    private static async IAsyncEnumerable<JournalFault> VerifyAsync(IQueryable<Link> links, [EnumeratorCancellation] CancellationToken cancel)
    {
        Link? before = null;
        var (expected, head) = (0, "");
        await foreach (var link in links.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (before is not null && before.Id != link.Id)
            {
                if (AtEnd(before, expected, head) is { } end) yield return end;
                (expected, head) = (0, "");
            }
            if (AtLine(link, expected, head) is { } fault) yield return fault;
            if (link.Hash is { } hash) (expected, head) = (link.Index.GetValueOrDefault() + 1, Convert.ToHexStringLower(hash));
            before = link;
        }
        if (before is not null && AtEnd(before, expected, head) is { } last) yield return last;
    }

    private static JournalFault? AtLine(Link link, int expected, string head)
    {
        if (link is not { Text: { } text, Hash: { } hash, Index: { } index }) return null;
        if (index != expected) return new(link.Id, expected, "journal.line-missing");
        if (!SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan().SequenceEqual(hash)) return new(link.Id, index, "journal.line-changed");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("previous").GetString() == head ? null : new(link.Id, index, "journal.chain-broken");
    }

    private static JournalFault? AtEnd(Link last, int expected, string head) =>
        last.Length == expected && last.Head == head ? null : new(last.Id, expected, "journal.end-differs");
}
