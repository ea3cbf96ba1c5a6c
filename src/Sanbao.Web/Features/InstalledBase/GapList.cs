using Sanbao.Data;
using Sanbao.Web.Features.Charters;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Which units with gaps one looks at.</summary>
public enum GapView { Waiting, All }

/// <summary>The work list of units of which something is missing.</summary>
internal sealed class GapList(ServiceDb db, GoverningCharters charters, Actor actor, Words words, TimeProvider time)
    : ListOf<GapRow>("/equipment/gaps")
{
    /// <summary>What was asked for, once it was read.</summary>
    public GapView View { get; private set; }

    protected override IReadOnlyList<ListColumn<GapRow>> Columns => GapListPage.Columns(words);

    protected override Finder<GapRow> Ask(FormReader form)
    {
        View = form.Choice<GapView>(ListAddress.View) ?? GapView.Waiting;
        var today = words.LocalDate(time.Now());
        return (place, cancel) => GapQueries.FindAsync(db, charters, View is GapView.Waiting, place, actor, today, cancel);
    }
}
