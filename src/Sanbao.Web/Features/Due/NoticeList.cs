using Sanbao.Data;

namespace Sanbao.Web.Features.Due;

/// <summary>The notices of whoever is signed in, the latest first.</summary>
internal sealed class NoticeList(ServiceDb db, Actor actor, Words words) : ListOf<NoticeItem>(NoticeRoutes.Place)
{
    protected override IReadOnlyList<ListColumn<NoticeItem>> Columns =>
    [
        new("number", words["due.request"], n => n.Number),
        new("promise", words["due.promise"], n => n.Promise),
        new("level", words["notices.level"], n => n.Level),
        new("due", words["notices.owed"], n => n.Due),
        new("at", words["notices.at"], n => n.At),
        new("read", words["notices.read"], n => n.Read),
        new("customer", words["due.customer"], n => n.Of?.Party ?? ""),
        new("description", words["ledger.matter"], n => n.Of?.Title ?? ""),
    ];

    protected override Finder<NoticeItem> Ask(FormReader form) => (place, cancel) => db.PageOfNoticesAsync(actor, place, cancel);
}
