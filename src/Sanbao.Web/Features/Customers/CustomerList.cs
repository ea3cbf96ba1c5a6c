using Sanbao.Data;
using Sanbao.Web.Platform.Regions;

namespace Sanbao.Web.Features.Customers;

/// <summary>Customers by name.</summary>
internal sealed class CustomerList(ServiceDb db, Actor actor, Words words, RegionBook regions) : ListOf<CustomerRow>("/customers")
{
    protected override IReadOnlyList<ListColumn<CustomerRow>> Columns => CustomerListPage.Columns(words, actor, regions);

    protected override async Task<IReadOnlyList<CustomerRow>> LinesAsync(
        IReadOnlyList<CustomerRow> rows, IReadOnlyList<ListColumn<CustomerRow>> columns, CancellationToken cancel) =>
        columns.Any(c => c.OnlyInFile) ? await CustomerQueries.LinesAsync(db, rows, actor, cancel) : rows;

    protected override Finder<CustomerRow> Ask(FormReader form)
    {
        var typed = form.Text("q");
        return (place, cancel) => CustomerQueries.FindAsync(db, typed, place, actor, cancel);
    }
}
