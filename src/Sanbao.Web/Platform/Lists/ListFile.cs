using Sanbao.Data;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Platform.Lists;

/// <summary>As what a list goes out.</summary>
internal enum FileFormat { Excel, Csv }

/// <summary>A list as a file: page by page from the database to the browser, however long it is, all as of one instant.</summary>
internal static class ListFile
{
    private const int Piece = 500;

    public static async Task SendAsync<TRow>(HttpContext http, string name, FileFormat format, IReadOnlyList<ListColumn<TRow>> columns,
        Finder<TRow> find)
    {
        var (words, cancel) = (http.RequestServices.GetRequiredService<Words>(), http.RequestAborted);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().Now();
        await using var snapshot = await Snapshot.BeginAsync(http.RequestServices.GetRequiredService<ServiceDb>(), cancel);
        // Read before the answer begins: a question that fails is still told as such.
        var found = await find(new(null, Piece, Counted: false), cancel);
        await using var file = await TableFile.BeginAsync(http.Response, $"{name}-{words.Local(now):yyyyMMdd-HHmm}", format, words, cancel);
        await file.HeadAsync([.. columns.Select(c => c.Title)], cancel);
        while (true)
        {
            foreach (var row in found.Items) await file.RowAsync([.. columns.Select(c => c.Value(row))], cancel);
            if (found.Next is null) break;
            found = await find(new(found.Next, Piece, Counted: false), cancel);
        }
        await file.EndAsync(cancel);
    }
}
