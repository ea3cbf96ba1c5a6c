using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Regions;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Units by serial number, each judged on the day it is shown.</summary>
internal sealed class UnitList(ServiceDb db, GoverningCharters charters, Actor actor, Words words, RegionBook regions, TimeProvider time)
    : ListOf<UnitRow>("/equipment")
{
    private Guid? customer;

    /// <summary>The name of the customer to whom the list is narrowed; null: to none that the actor may see.</summary>
    public Task<string?> CustomerAsync(CancellationToken cancel) =>
        customer is null ? Task.FromResult<string?>(null)
            : db.Customers.VisibleTo(actor).Where(c => c.Id == customer).Select(c => c.Name).FirstOrDefaultAsync(cancel);

    protected override IReadOnlyList<ListColumn<UnitRow>> Columns => UnitListPage.Columns(words, actor, regions);

    protected override Finder<UnitRow> Ask(FormReader form)
    {
        customer = form.Id("customer");
        var (asked, today) = (new UnitsAsked(form.Text("q"), customer, form.Id("product")), words.LocalDate(time.Now()));
        return (place, cancel) => UnitQueries.FindAsync(db, charters, asked, place, actor, today, cancel);
    }
}
