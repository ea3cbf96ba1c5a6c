using Sanbao.Data;

namespace Sanbao.Web.Features.Due;

/// <summary>The notices of whoever is signed in, the latest first.</summary>
internal sealed class NoticeList(ServiceDb db, Actor actor, Words words) : ListOf<NoticeItem>(NoticeRoutes.Place)
{
    protected override IReadOnlyList<ListColumn<NoticeItem>> Columns =>
    [
        new("number", words["due.request"], n => n.Number),
        new("reason", words["notices.reason"], n => n.Reason),
        new("promise", words["due.promise"], n => n.Promise),
        new("moment", words["notices.moment"], n => n.Moment),
        new("by", words["notices.by"], n => n.By),
        new("text", words["notices.text"], n => n.Text),
        new("at", words["notices.at"], n => n.At),
        new("read", words["notices.read"], n => n.Read),
        new("customer", words["due.customer"], n => n.Of?.Party ?? ""),
        new("description", words["ledger.matter"], n => n.Of?.Title ?? ""),
    ];

    protected override Finder<NoticeItem> Ask(FormReader form) => (place, cancel) => db.PageOfNoticesAsync(actor, place, cancel);
}
