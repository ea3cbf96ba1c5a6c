using Sanbao.Web.Platform.Json;

namespace Sanbao.Web.Platform;

/// <summary>Days that are taken from outside. What lies beyond is a slip or a placeholder, and nothing could be counted from it.</summary>
internal static class PossibleDays
{
    /// <summary>Both inclusive.</summary>
    public const int FirstYear = 1900, LastYear = 2999;

    public static bool Are(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    public static bool Are(DateTimeOffset at) => at.UtcDateTime.Year is >= FirstYear and <= LastYear;

    /// <summary>For a field of JSON that lies beyond.</summary>
    public static InvalidValueException Beyond() => new("json.date-range", FirstYear, LastYear);
}
