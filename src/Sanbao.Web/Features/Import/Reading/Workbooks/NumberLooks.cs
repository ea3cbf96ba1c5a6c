using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sanbao.Web.Features.Import.Reading.Workbooks;

/// <summary>How the styles of a workbook show numbers: as dates, with zeros before them, or as they are.</summary>
internal sealed partial class NumberLooks
{
    private const int MostStyles = 100_000;
    private const double LastDay = 2_958_466;
    private static readonly SearchValues<char> Times = SearchValues.Create("yYmMdDhHsS");

    // Null: as it is; empty: a date; else the pattern, which .NET reads alike.
    private readonly List<string?> patterns = [];
    private readonly int firstDay;

    private NumberLooks(bool from1904) => firstDay = from1904 ? 1462 : 0;

    /// <param name="part">Null: the workbook has no styles.</param>
    /// <param name="from1904">Days are counted from 1904, as on old Macintoshes.</param>
    public static NumberLooks Read(Package package, string? part, bool from1904)
    {
        var looks = new NumberLooks(from1904);
        if (part is null) return looks;
        var codes = new Dictionary<int, string>();
        using var reader = package.Open(part);
        while (reader.Read())
        {
            if (reader.Begins("numFmt")) codes[Number(reader["numFmtId"])] = reader["formatCode"] ?? "";
            if (reader.Begins("cellXfs"))
                for (var depth = reader.Enter(); reader.Next(depth);)
                    if (reader.Begins("xf")) looks.patterns.Add(PatternOf(Number(reader["numFmtId"]), codes));
            if (codes.Count + looks.patterns.Count > MostStyles) throw FileEncoding.Refused("import.broken-workbook");
        }
        return looks;
    }

    /// <summary>A number as a person sees it in the sheet.</summary>
    /// <param name="raw">As the file has it.</param>
    public Cell Of(double number, string raw, long style)
    {
        var pattern = style >= 0 && style < patterns.Count ? patterns[(int)style] : null;
        if (pattern is "" && number + firstDay is >= 0 and < LastDay) return DateOf(number + firstDay);
        if (pattern is { Length: > 0 } && number >= 0 && number == Math.Floor(number) && number < 1e15)
            return Cell.OfNumber(number, ((decimal)number).ToString(pattern, CultureInfo.InvariantCulture));
        // As it was typed: 20250501, not 2.0250501E7, and 0.3 where the file has 0.30000000000000004.
        return Cell.OfNumber(number, Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : raw);
    }

    private static Cell DateOf(double days)
    {
        var second = TimeSpan.TicksPerSecond;
        var at = new DateTime((DateTime.FromOADate(days).Ticks + second / 2) / second * second);
        var format = at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
        return new(at.ToString(format, CultureInfo.InvariantCulture), IsDate: true);
    }

    private static string? PatternOf(int id, Dictionary<int, string> codes)
    {
        if (!codes.TryGetValue(id, out var code)) return IsBuiltInDate(id) ? "" : null;
        var first = code.Split(';')[0];
        if (first.Equals("General", StringComparison.OrdinalIgnoreCase) || Elapsed().IsMatch(first)) return null;
        if (Padded().IsMatch(first) && first.Count(c => c == '0') > 1) return first;
        return Quiet().Replace(first, "").AsSpan().ContainsAny(Times) ? "" : null;
    }

    /// <summary>Dates and times that no file spells out: those of all workbooks, and those of Chinese, Japanese and Korean ones.</summary>
    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static int Number(string? text) => (int)(PartReader.Number(text) ?? -1);

    /// <summary>What a format shows as it stands: quoted, escaped, spaces of a letter's width, fills, colours and languages.</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """)]
    private static partial Regex Quiet();

    /// <summary>Hours, minutes or seconds that go on beyond a day are an amount, not a time.</summary>
    [GeneratedRegex(@"\[[hms]+\]", RegexOptions.IgnoreCase)]
    private static partial Regex Elapsed();

    /// <summary>Digits that stand whether they are needed or not, and literal signs between them.</summary>
    [GeneratedRegex("""
        ^(?:"[^"]*"|\\.|[0 /()-])+$
        """)]
    private static partial Regex Padded();
}
