using Sanbao.Web.Features.Import.Mapping;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>Finds the row that names the columns below titles, notes and dates of printing.</summary>
internal static class HeaderSearch
{
    /// <summary>The place of the header among the first rows of a file.</summary>
    /// <param name="names">Keys of the names that columns may have; null or of no use: the row that looks like a header.</param>
    public static int PlaceIn(List<FileRecord> top, IReadOnlySet<string>? names)
    {
        var known = top.ConvertAll(r => Distinct(r).Count(names is null ? _ => false : names.Contains));
        var most = known.Max();
        return most > 0 ? known.IndexOf(most) : LooksLikeOne(top);
    }

    // A title fills one cell, or repeats itself over merged ones; a header fills nearly what the widest row does.
    private static int LooksLikeOne(List<FileRecord> top)
    {
        var filled = top.ConvertAll(r => Distinct(r).Count());
        return Math.Max(0, filled.FindIndex(f => f * 3 > filled.Max() * 2));
    }

    private static IEnumerable<string> Distinct(FileRecord row) =>
        row.Cells.Where(c => !c.IsEmpty && c.Fault is null).Select(c => ColumnNames.KeyOf(c.Text)).Distinct();
}
