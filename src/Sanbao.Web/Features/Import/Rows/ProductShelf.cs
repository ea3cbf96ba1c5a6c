using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>The models that the lines name: those that are stored, and those that the file brings along.</summary>
internal sealed class ProductShelf
{
    /// <summary>The longest model that a product can have.</summary>
    public const int LongestModel = 100;

    private readonly Dictionary<string, Shelved> shelf = [];

    /// <summary>Looks up the models that it does not know yet.</summary>
    public async Task LoadAsync(ServiceDb db, IEnumerable<string?> models, CancellationToken cancel)
    {
        var keys = models.Select(TextKey.Serial).Where(k => k.Length > 0 && !shelf.ContainsKey(k)).Distinct().ToArray();
        if (keys.Length == 0) return;
        foreach (var product in await db.Products.AsNoTracking().Include(p => p.Bill).Where(p => keys.Contains(p.ModelKey))
            .ToListAsync(cancel))
            shelf[product.ModelKey] = new(product, IsNew: false);
    }

    /// <summary>The model; made when it is not known. Null: the line names none.</summary>
    public Shelved? FindOrMake(RowValues row, string field, string? line, Source source, Actor by, DateTimeOffset now)
    {
        if (row.Text(field) is not { } model) return null;
        var key = TextKey.Serial(model);
        if (shelf.TryGetValue(key, out var known)) return known;
        var details = new ProductDetails { Line = line ?? "", Model = model, Name = row.Text("productName"), Source = source };
        return shelf[key] = new(Product.Create(details, by, now), IsNew: true);
    }

    /// <summary>New ones that go into the save are stored from now on; those of lines that were wrong are not.</summary>
    public void Settle(IEnumerable<Product?> taken)
    {
        var kept = taken.OfType<Product>().ToHashSet();
        foreach (var (key, made) in shelf.Where(s => s.Value.IsNew).ToList())
            if (kept.Contains(made.Product)) shelf[key] = made with { IsNew = false };
            else shelf.Remove(key);
    }

    public void Forget() => shelf.Clear();

    public sealed record Shelved(Product Product, bool IsNew)
    {
        /// <summary>What goes into the save with a line; null: it is stored already.</summary>
        public Product? New => IsNew ? Product : null;
    }
}
