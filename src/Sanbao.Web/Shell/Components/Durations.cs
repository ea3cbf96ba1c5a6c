namespace Sanbao.Web.Shell.Components;

internal static class Durations
{
    /// <summary>
    /// The two largest units: 2 天 3 小时, 3 h 20 min, 12 min 5 s. Assets/islands/clock.ts says the same; the units stand in one text, by |.
    /// </summary>
    public static string Say(Words words, TimeSpan span)
    {
        var (d, h, m, s) = words["clock.units"].Split('|') switch { [var a, var b, var c, var e] => (a, b, c, e), _ => ("d", "h", "min", "s") };
        return span.TotalDays >= 1 ? $"{(int)span.TotalDays} {d} {span.Hours} {h}"
            : span.TotalHours >= 1 ? $"{span.Hours} {h} {span.Minutes} {m}"
            : $"{span.Minutes} {m} {span.Seconds} {s}";
    }
}
