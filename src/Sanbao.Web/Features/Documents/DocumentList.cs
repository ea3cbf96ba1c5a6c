using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Documents;

/// <summary>The documents of a kind by what their heads say, the latest first: on the page, for programs and as files.</summary>
internal sealed class DocumentList<TDoc>(DocumentKind<TDoc> kind, ServiceDb db, Actor actor, Words words) : ListOf<HeadRow>(kind.Path)
    where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged
{
    private static readonly Keyset<HeadRow> Newest = Keyset<HeadRow>.Latest(h => h.Id);

    public async Task<IResult> PageAsync(HttpContext http) =>
        View.Of<DocumentListPage>(new { List = await ShowAsync(http), kind.Kind, kind.Path, MayMake = kind.Making?.IsFor(actor) == true });

    public async Task<ListAnswer<HeadAnswer>> TellAsync(string? status, string? after, CancellationToken cancel) =>
        ListAnswer.Of(await FindAsync(Read(status), new(ListCursor.Parse(after)), cancel), HeadAnswer.Of);

    protected override IReadOnlyList<ListColumn<HeadRow>> Columns =>
    [
        new("number", words["document.number"], h => h.Number),
        new("title", words["document.title"], h => h.Title),
        new("status", words["document.status"], h => words[$"{kind.Kind}-status.{Kebab.Of(h.Status)}"]),
        new("party", words["document.party"], h => h.Party) { Usual = false },
        new("assignee", words["document.assignee"], h => h.Assignee) { Usual = false },
        new("due", words["document.due"], h => h.NextDue == Instant.Never ? null : h.NextDue),
    ];

    protected override Finder<HeadRow> Ask(FormReader form)
    {
        var status = Read(form.Text("status"));
        return (place, cancel) => FindAsync(status, place, cancel);
    }

    private Task<Found<HeadRow>> FindAsync(string? status, ListPlace place, CancellationToken cancel) => Newest.FindAsync(
        db.Heads.AsNoTracking().VisibleTo(actor).Where(h => h.Kind == kind.Kind && (status == null || h.Status == status)),
        h => h, place, cancel);

    /// <summary>As heads name it; null: all. One that there is none of is told.</summary>
    private static string? Read(string? status)
    {
        if (string.IsNullOrEmpty(status)) return null;
        var known = TDoc.Machine.Statuses.Select(s => s.ToString()).ToList();
        return known.Find(name => Kebab.Of(name) == status)
            ?? throw new FieldErrorsException([new("status", "json.enum", [new NameList([.. known.Select(Kebab.Of)])])]);
    }
}
