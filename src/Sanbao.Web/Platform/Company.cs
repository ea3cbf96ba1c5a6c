namespace Sanbao.Web.Platform;

/// <summary>Whose console this is: the name in its corner and on its forms, and the zone in which its days and hours are told.</summary>
internal sealed record Company(Bilingual Name, TimeZoneInfo Zone)
{
    /// <summary>A system without zone data still has China's one zone.</summary>
    public static TimeZoneInfo China { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "China", "China");

    public static Company Default { get; } = new(new("三包服务", "Sanbao Service"), China);
}
