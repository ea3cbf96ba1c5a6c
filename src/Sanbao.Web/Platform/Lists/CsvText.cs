using System.Buffers;
using System.Text;

namespace Sanbao.Web.Platform.Lists;

/// <summary>
/// Lines of CSV as Excel opens them. A text that a spreadsheet would take for a formula gets an apostrophe before it: what a customer
/// wrote must not run on the clerk's machine.
/// </summary>
internal static class CsvText
{
    private const string Signs = "=+-@＝＋－＠";
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Without it Excel reads Chinese as something else.</summary>
    public const char ByteOrderMark = '\uFEFF';

    public static void AppendLine(StringBuilder text, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Append(',');
            Append(text, Harmless(cells[i] ?? ""));
        }
        text.Append("\r\n");
    }

    private static void Append(StringBuilder text, string cell)
    {
        if (!cell.AsSpan().ContainsAny(Special)) text.Append(cell);
        else text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>Who typed an apostrophe before the sign himself gets one more: reading takes one away.</summary>
    public static string WithOwnApostrophe(string cell) =>
        cell is ['\'', ..] && cell.AsSpan().TrimStart('\'') is [var first, ..] && Signs.Contains(first, StringComparison.Ordinal)
            ? "'" + cell : cell;

    // Blanks before the sign are skipped by some spreadsheets; full-width signs are read as signs by others.
    private static string Harmless(string cell) =>
        cell.AsSpan().TrimStart() is [var first, ..] && Signs.Contains(first, StringComparison.Ordinal)
            || cell is ['\t' or '\r' or '\n', ..]
            ? "'" + cell
            : WithOwnApostrophe(cell);
}
