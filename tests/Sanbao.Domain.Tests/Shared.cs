using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests;

/// <summary>Files beside the repository: the worked cases of the contract and the announced days off.</summary>
internal static class Shared
{
    public static string Folder { get; } = Path.Combine(Root(AppContext.BaseDirectory), "..", "shared");

    public static Holidays Announced { get; } = ReadHolidays();

    public static WorkingCalendar Calendar { get; } = WorkingCalendar.Default(Announced);

    public static TimeZoneInfo China { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Sanbao.slnx")) ? folder : Root(Directory.GetParent(folder)!.FullName);

    private static Holidays ReadHolidays()
    {
        List<DateOnly> off = [], worked = [];
        var years = new List<int>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "data", "holidays-cn"), "*.json"))
        {
            var year = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            foreach (var day in year.GetProperty("days").EnumerateArray())
                (day.GetProperty("isOffDay").GetBoolean() ? off : worked).Add(Day(day.GetProperty("date").GetString()!));
            if (year.GetProperty("days").GetArrayLength() > 0) years.Add(year.GetProperty("year").GetInt32());
        }
        return new("cn", off.ToFrozenSet(), worked.ToFrozenSet(), years.ToFrozenSet());
    }
}
