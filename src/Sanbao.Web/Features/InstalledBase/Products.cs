using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>A product as it is said by the one who saves it, through the page or the API.</summary>
internal sealed record ProductToSave(string? Line, string? Model, string? Name, Source? Source, int? AgreementMonths, long? Version)
{
    public static ProductToSave Read(FormReader form) => new(
        form.Text("line", 100) is { } line ? LineWords.CodeOf(line) : null, form.NeededText("model", 100), form.Text("productName"),
        form.NeededChoice<Source>("source"), form.Number("agreementMonths", 0, 600), form.Number("version"));

    public ProductDetails ToDetails() => new()
    {
        Line = Line ?? "", Model = Model ?? "", Name = Name, Source = Source ?? Domain.Charters.Source.Own,
        AgreementMonths = AgreementMonths,
    };
}

public sealed record ProductRow(Guid Id, string Line, string Model, string Name, Source Source, int? AgreementMonths, int Units);

internal static class ProductQueries
{
    private static readonly Keyset<Product> ByModel = Keyset<Product>.By(p => p.ModelKey);

    /// <summary>Products by model: those that are found by what was typed.</summary>
    public static Task<Found<ProductRow>> FindAsync(ServiceDb db, string? typed, ListPlace place, Actor actor, CancellationToken cancel)
    {
        var units = db.Equipment.VisibleTo(actor);
        return ByModel.FindAsync(
            Matching(db, typed).AsNoTracking(),
            p =>
                new ProductRow(p.Id, p.Line, p.Model, p.Name, p.Source, p.AgreementMonths, units.Count(u => u.ProductId == p.Id)), place,
                cancel);
    }

    public static async Task<Product> GetAsync(ServiceDb db, Guid id, Actor actor, CancellationToken cancel)
    {
        var product = await db.Products.AsNoTracking().Include(p => p.Bill.OrderBy(r => r.Position))
            .SingleOrDefaultAsync(p => p.Id == id, cancel);
        return product?.For(actor) ?? throw new NotFoundException();
    }

    private static IQueryable<Product> Matching(ServiceDb db, string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? db.Products : db.SearchProducts(typed);
}

/// <summary>Makes and changes products and their bills.</summary>
internal sealed class SaveProduct(Edit<Product> edit)
{
    public Func<ServiceDb, Task<Product>> New(ProductToSave said) => edit.New((by, now) => Product.Create(said.ToDetails(), by, now));

    public Func<ServiceDb, Task<Product>> Change(Guid id, ProductToSave said) =>
        edit.Of(id, Seen.Needed(said.Version), (product, by, now) => product.Change(said.ToDetails(), by, now));

    public Func<ServiceDb, Task<Product>> SetBill(Guid id, BillToSave said)
    {
        var errors = new FieldErrors();
        errors.When(said.Version is null, "version", "field.required");
        errors.When(said.Bill is null || said.Bill.Contains(null!), "bill", "field.required");
        errors.Throw();
        return edit.Of(id, said.Version, (product, by, now) => product.SetBill([.. said.Bill!.Select(r => r.ToDetails())], by, now));
    }
}
