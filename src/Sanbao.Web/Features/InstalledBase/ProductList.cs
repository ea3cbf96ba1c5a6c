using Sanbao.Data;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Products by model.</summary>
internal sealed class ProductList(ServiceDb db, Actor actor, Words words) : ListOf<ProductRow>("/products")
{
    protected override IReadOnlyList<ListColumn<ProductRow>> Columns => ProductListPage.Columns(words);

    protected override Finder<ProductRow> Ask(FormReader form)
    {
        var typed = form.Text("q");
        return (place, cancel) => ProductQueries.FindAsync(db, typed, place, actor, cancel);
    }
}
