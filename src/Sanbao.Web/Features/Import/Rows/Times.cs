using System.Globalization;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>Days and instants as tables have them.</summary>
internal static class Times
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly string[] OfDay =
        ["", " H:mm", " H:mm:ss", " H:mm:ss.FFF", "'T'HH:mm", "'T'HH:mm:ss", "'T'HH:mm:ss.FFFFFFF", " H时mm分", " H时mm分ss秒"];
    private static readonly string[] Usual = [.. Days.SelectMany(d => OfDay.Select(t => d + t))];
    private static readonly string[] WithZone = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>A day, perhaps with its time of day, on the clock of whoever wrote it; null: it is none.</summary>
    /// <param name="own">The patterns of the mapping; empty: the usual ones.</param>
    /// <param name="isDate">The file says that it is a date, and writes it in the usual way.</param>
    public static DateTime? Moment(string text, IReadOnlyList<string> own, bool isDate)
    {
        string[] patterns = own.Count > 0 && !isDate ? [.. own.SelectMany(d => OfDay.Select(t => d + t))] : Usual;
        var isRead = DateTime.TryParseExact(text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
        return isRead && IsInRange(moment) ? moment : null;
    }

    /// <summary>An instant; one without a zone is meant in that of the company.</summary>
    /// <param name="isNone">Whether that moment, as it is written, is a placeholder and no date.</param>
    public static DateTimeOffset? Instant(
        string text, IReadOnlyList<string> own, bool isDate, TimeZoneInfo zone, Predicate<DateTime> isNone)
    {
        if (Moment(text, own, isDate) is { } local) return isNone(local) ? null : new(local, zone.GetUtcOffset(local));
        if (!DateTimeOffset.TryParseExact(text, WithZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) return null;
        return IsInRange(at.DateTime) && !isNone(at.DateTime) ? at.ToMilliseconds() : null;
    }

    // Beyond it lies no day of a machine's life, and a clock's arithmetic ends.
    private static bool IsInRange(DateTime day) => day.Year < 9999;
}
