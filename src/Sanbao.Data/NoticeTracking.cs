using System.Text.Json;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>
/// The one way in which people are told something: a notice for each person, and a message in the outbox from which channels that leave the
/// house take it. Both stand in the save of what is told, so that nothing is told twice and nothing is told that was not done.
/// </summary>
public static class NoticeTracking
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Writes what the changed documents have to tell.</summary>
    internal static void Follow(ServiceDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Document>().Where(e => e.Entity.Hearings.Count > 0).ToList())
        {
            foreach (var notice in NoticesOf(entry.Entity)) db.Tell(notice);
            entry.Entity.Heard();
        }
    }

    /// <summary>What a document has to tell since its last save, one for each person.</summary>
    internal static IEnumerable<Notice> NoticesOf(Document document) => document.Hearings.Select(heard => new Notice(document, heard));

    /// <summary>Tells one person.</summary>
    public static void Tell(this ServiceDb db, Notice notice)
    {
        db.Add(notice);
        db.Add(MessageOf(notice));
    }

    internal static OutboxMessage MessageOf(Notice notice)
    {
        var code = JsonNamingPolicy.KebabCaseLower.ConvertName(notice.Reason.ToString());
        var body = JsonSerializer.Serialize(
            new
            {
                notice = notice.Id, account = notice.AccountId, notice.Kind, document = notice.DocumentId, notice.Number, notice.By,
                promise = notice.Promise is { } promise ? JsonNamingPolicy.KebabCaseLower.ConvertName(promise.ToString()) : null,
                notice.Moment, notice.Text,
            },
            Web);
        return new(Guid.CreateVersion7(notice.At), $"notice.{code}", body, notice.At);
    }
}
