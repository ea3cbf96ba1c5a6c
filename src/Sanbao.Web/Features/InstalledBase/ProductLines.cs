using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>The product lines to choose from: those of products on record, and those that a charter tells apart. Others can be
/// typed.</summary>
internal static class ProductLines
{
    private const int Most = 300;

    public static async Task<IReadOnlyList<string>> KnownAsync(ServiceDb db, CharterShelf shelf, CancellationToken cancel)
    {
        var used = await db.Products.Where(p => p.Line != "").Select(p => p.Line).Distinct().OrderBy(l => l).Take(Most).ToListAsync(cancel);
        return [.. used.Union(shelf.Library.Newest.SelectMany(AskedFacts.LinesOf))];
    }
}
