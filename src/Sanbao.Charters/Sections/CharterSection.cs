using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Sections;

/// <summary>Reads a whole charter. The law it names is joined by the library, which knows the laws.</summary>
internal static class CharterSection
{
    private const string DefaultZone = "Asia/Shanghai";

    // Only for the hint; every zone that the host knows may be named.
    private static readonly string[] CommonZones =
        [DefaultZone, "Asia/Urumqi", "Asia/Hong_Kong", "Europe/Berlin", "America/New_York", "UTC"];

    public static Charter? Read(Fields charter, string hash, CalendarSource calendars)
    {
        charter.Report.OwnWords = [.. charter.NamesOf("own-words", [])];
        var regions = RegionSection.ReadAll(charter);
        var read = new Charter
        {
            Code = charter.Name("charter") ?? "",
            Version = charter.Whole("version", 1, 1_000_000),
            Hash = hash,
            Name = charter.Both("name") ?? new Bilingual("", ""),
            About = charter.Has("about") ? charter.Both("about") ?? new Bilingual("", "") : new Bilingual("", ""),
            InForce = charter.Date("in-force"),
            Zone = ReadZone(charter),
            Calendar = WorkingTimeSection.Read(charter, calendars),
            Regions = regions,
            DefaultLine = charter.Name("line"),
            Warranty = WarrantySection.Read(charter)!,
            Promises = PromiseSection.ReadAll(charter, regions),
            Closing = charter.Maps("closing", Format.Closing, ReadClosing),
            Ladder = charter.WordsOf<ServiceMode>("ladder"),
            FormCodes = ReadForms(charter),
        };
        RegionSection.CheckNamed(charter, read);
        return charter.Report.Clean ? read : null;
    }

    // A bare server may lack the zone data; the default zone has no summer time to look up (none since 1991).
    private static TimeZoneInfo ReadZone(Fields charter)
    {
        var text = charter.TextOf("zone");
        var name = text?.Value ?? DefaultZone;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        if (name != DefaultZone) charter.Report.Unknown(text!.At, "unknown-zone", name, CommonZones);
        return TimeZoneInfo.CreateCustomTimeZone(DefaultZone, TimeSpan.FromHours(8), DefaultZone, DefaultZone);
    }

    private static ClosingRule ReadClosing(Fields rule)
    {
        if (!rule.Has("needs") && !rule.Has("waives")) rule.Report.Fail(rule.At, "missing-key", "needs");
        return new(rule.WordsOf<RequestCategory>("category"), rule.WordsOf<ClosingNeed>("needs"), rule.IsFirst("waives"));
    }

    private static ImmutableDictionary<string, string> ReadForms(Fields charter)
    {
        var forms = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (key, value) in OpenMap.Of(charter, "forms"))
            if (Values.Name(key, [], charter.Report) is { } form && Values.Text(value, charter.Report) is { } text)
                forms[form] = Values.Plain(text, 80, charter.Report);
        return forms.ToImmutable();
    }
}
