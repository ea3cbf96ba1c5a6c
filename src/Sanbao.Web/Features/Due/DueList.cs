using Sanbao.Data;

namespace Sanbao.Web.Features.Due;

/// <summary>All that is owed, of whichever kind of document, the nearest first: the board's groups whole, and as a file.</summary>
internal sealed class DueList(ServiceDb db, Actor actor, Words words, TimeProvider time, Company company) : ListOf<DueItem>(Place)
{
    public const string Place = "/deadlines", Scope = "scope", Group = "group";

    protected override IReadOnlyList<ListColumn<DueItem>> Columns => DueListPage.Columns(words);

    protected override Finder<DueItem> Ask(FormReader form)
    {
        var (scope, group) = (form.Choice<DueScope>(Scope) ?? DueScope.Company, form.Choice<DueGroup>(Group));
        var now = time.Now();
        return (place, cancel) => DueBoard.PageAsync(db, scope, group, place, actor, now, company.Zone, cancel);
    }

    /// <summary>Where a group of the board stands whole.</summary>
    public static string Of(DueScope scope, DueGroup group) => $"{Place}?{Scope}={Kebab.Of(scope)}&{Group}={Kebab.Of(group)}";
}
