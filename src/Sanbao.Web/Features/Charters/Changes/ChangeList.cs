using Sanbao.Data;

namespace Sanbao.Web.Features.Charters.Changes;

/// <summary>Applications for new versions, those that wait for a decision first.</summary>
internal sealed class ChangeList(ServiceDb db, Words words) : ListOf<ChangeRow>(Place)
{
    public const string Place = "/charter-changes";

    protected override IReadOnlyList<ListColumn<ChangeRow>> Columns => ChangeListPage.Columns(words);

    protected override Finder<ChangeRow> Ask(FormReader form) => (place, cancel) => ChangeQueries.PageAsync(db, place, cancel);
}
