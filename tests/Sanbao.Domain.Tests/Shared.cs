using System.Globalization;
using Sanbao.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests;

/// <summary>Days, instants and calendars that the tests share.</summary>
internal static class Shared
{
    /// <summary>The days off and made-up days of China, as they come with the product.</summary>
    public static Holidays Announced { get; } = CharterLibrary.Holidays.Single(h => h.Code == "cn");

    public static WorkingCalendar Calendar { get; } = WorkingCalendar.Default(Announced);

    public static TimeZoneInfo China { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
