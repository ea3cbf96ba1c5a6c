using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Settings;

/// <summary>The settings as an administrator typed them.</summary>
/// <param name="Version">Of the settings that were looked at.</param>
internal sealed partial record SettingsForm(
    string Name, string? NameEn, string Zone, ImmutableArray<string> CityPrefixes, string Charter, int? WarningShare, Language Language,
    long Version)
{
    public const int LongestName = 60, MostPrefixes = 50;
    private static readonly char[] Between = [' ', ',', '，', '、', ';', '；', '\n'];

    public static SettingsForm Read(FormReader form, CharterShelf shelf)
    {
        var settings = Read(form);
        form.Check(errors => settings.Check(errors, shelf));
        return settings;
    }

    public void ApplyTo(CompanySettings settings)
    {
        (settings.Name, settings.NameEn, settings.Zone, settings.CityPrefixes) = (Name, NameEn ?? "", Zone, CityPrefixes);
        (settings.DefaultCharter, settings.DefaultLanguage) = (Charter, Language.Tag());
        settings.WarningShare = WarningShare ?? settings.WarningShare;
    }

    private static SettingsForm Read(FormReader form) => new(
        form.NeededText("name", LongestName), form.Text("nameEn", LongestName), form.NeededText("zone", 60),
        [.. (form.Text("cityPrefixes", 500) ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct()],
        form.NeededText("charter", 50), form.Number("warningShare", EarlyWarning.Least, EarlyWarning.Greatest),
            form.NeededChoice<Language>("language"),
        long.TryParse(form.Text("version"), System.Globalization.CultureInfo.InvariantCulture, out var seen) ? seen : -1);

    private void Check(FieldErrors errors, CharterShelf shelf)
    {
        errors.When(WarningShare is null, "warningShare", "field.required");
        errors.When(Company.ZoneOf(Zone) is null, "zone", "settings.zone-unknown", Zone);
        errors.When(CityPrefixes.Length > MostPrefixes, "cityPrefixes", "field.too-many", MostPrefixes);
        foreach (var prefix in CityPrefixes) errors.When(!Prefix().IsMatch(prefix), "cityPrefixes", "settings.prefix-shape", prefix);
        CharterChoices.Check(errors, shelf, Charter);
    }

    // Province, city or county: two, four or six digits.
    [GeneratedRegex("^[1-9][0-9]([0-9]{2}){0,2}$")]
    private static partial Regex Prefix();
}
