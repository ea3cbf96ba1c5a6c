using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>A row of a bill as it is said by the one who saves it; no quantity: one.</summary>
internal sealed record BillRowToSave(string? Name, string? PartModel, int? Quantity, string? Class, Source? Source, string? Supplier)
{
    public BillRowDetails ToDetails() => new()
    {
        Name = Name ?? "", PartModel = PartModel, Quantity = Quantity ?? 1, Class = Class, Source = Source, Supplier = Supplier,
    };
}

/// <summary>A product's bill of serviceable components as a whole.</summary>
internal sealed record BillToSave(IReadOnlyList<BillRowToSave>? Bill, long? Version)
{
    /// <summary>Rows that are left blank under those that are filled, for more.</summary>
    public const int Spare = 3;

    public static string Field(int row, string name) => FormattableString.Invariant($"bill.{row}.{name}");

    public static BillToSave Read(FormReader form) => new(
        [.. Enumerable.Range(0, Math.Min(form.Number("rows") ?? 0, 100))
            .Select(i => form.Flag(Field(i, "gone")) ? new(null, null, null, null, null, null) : Row(form, i))],
        form.Number("version"));

    private static BillRowToSave Row(FormReader form, int i) => new(
        form.Text(Field(i, "name"), 90), form.Text(Field(i, "partModel"), 100), form.Number(Field(i, "quantity"), 1, BillRow.MostPieces),
            form.Text(Field(i, "class"), 100),
        form.Choice<Source>(Field(i, "source")), form.Text(Field(i, "supplier"), 100));
}

internal static class BillQueries
{
    /// <summary>The product of a model, however it was typed, with its bill; null: there is none.</summary>
    public static async Task<Product?> FindAsync(ServiceDb db, string? model, CancellationToken cancel)
    {
        var key = TextKey.Serial(model);
        return key.Length == 0
            ? null : await db.Products.AsNoTracking().Include(p => p.Bill).FirstOrDefaultAsync(p => p.ModelKey == key, cancel);
    }
}
