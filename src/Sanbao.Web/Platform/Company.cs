using System.Collections.Immutable;
using Sanbao.Data;

namespace Sanbao.Web.Platform;

/// <summary>Whose console this is: the name in its corner and on its forms, the zone in which its days and hours are told, its usual
/// charter.</summary>
internal sealed record Company(Bilingual Name, TimeZoneInfo Zone)
{
    /// <summary>A system without zone data still has China's one zone.</summary>
    public static TimeZoneInfo China { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "China", "China");

    public static Company Default { get; } = new(new("三包服务", "Sanbao Service"), China);

    /// <summary>Code of the charter that governs where no other does.</summary>
    public string UsualCharter { get; init; } = "S1";

    /// <summary>GB/T 2260 prefixes of the city area, for charters that name none.</summary>
    public ImmutableArray<string> CityPrefixes { get; init; } = [];

    /// <summary>Of whoever asks for none.</summary>
    public Language Language { get; init; } = Language.Chinese;

    public bool Demo { get; init; }

    public static Company Of(CompanySettings settings) => new(NameOf(settings), ZoneOf(settings.Zone) ?? China)
    {
        UsualCharter = settings.DefaultCharter, CityPrefixes = settings.CityPrefixes, Demo = settings.Demo,
        Language = LanguageOfRequest.Parse(settings.DefaultLanguage) ?? Language.Chinese,
    };

    /// <summary>Null: no such zone.</summary>
    public static TimeZoneInfo? ZoneOf(string name) =>
        name == China.Id ? China : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static Bilingual NameOf(CompanySettings settings) =>
        settings.Name.Length == 0 ? Default.Name : new(settings.Name, settings.NameEn.Length == 0 ? settings.Name : settings.NameEn);
}
