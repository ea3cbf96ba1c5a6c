using System.Globalization;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>One line of the file as typed values. What does not fit is noted at its column and comes out as null.</summary>
internal sealed class RowValues(BoundMap bound, FileRecord record, TimeZoneInfo zone)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly string[] Times = [" H:mm", " H:mm:ss", "'T'HH:mm", "'T'HH:mm:ss", "'T'HH:mm:ss.FFF"];
    private static readonly string[] Instants = [.. Days.SelectMany(d => Times.Select(t => d + t))];

    private const int LongestTold = 60;

    // What was read, for the preview: every field once, as it is understood.
    private readonly List<(string Field, string Value)> shown = [];

    public long Line => record.Line;

    public List<RowError> Errors { get; } = [];

    public IReadOnlyList<(string Field, string Value)> Shown => shown;

    /// <summary>Trimmed; null when empty.</summary>
    public string? Text(string field) => Show(field, Raw(field));

    public string NeededText(string field)
    {
        var text = Text(field);
        if (text is null) Fail(field, "field.required");
        return text ?? "";
    }

    /// <summary>The mapping's prefix and the reference; null when empty.</summary>
    public string? Reference(string field) => Raw(field) is { } text ? Show(field, bound.Map.Prefix + text) : null;

    public DateOnly? Day(string field) => Read(field, "import.not-a-date", text => ParseDay(field, text), d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>An instant; a day alone is its beginning in the company's zone.</summary>
    public DateTimeOffset? At(string field) => Read(field, "import.not-an-instant", text => ParseInstant(field, text), at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    /// <summary>A value of a closed list: by its name in the interface, or by its word in either language.</summary>
    public TEnum? Choice<TEnum>(string field) where TEnum : struct, Enum =>
        Read(field, "import.unknown-value", EnumWords.Find<TEnum>, v => Kebab.Of(v), EnumWords.All<TEnum>());

    public bool? Flag(string field) => Read(field, "import.not-yes-or-no", text => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "Y" or "1" or "是" or "√" => true,
        "FALSE" or "NO" or "N" or "0" or "否" or "×" => false,
        _ => (bool?)null,
    }, yes => yes ? "true" : "false");

    public int? Whole(string field) => Read(field, "form.number",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var n) ? n : (int?)null,
        n => n.ToString(CultureInfo.InvariantCulture));

    public Money? Amount(string field) => Read(field, "form.money",
        text => decimal.TryParse(text.TrimStart('¥', '￥', ' '), NumberStyles.Number, CultureInfo.InvariantCulture, out var d) && Math.Abs(d) < 1_000_000_000_000m ? Money.Yuan(d) : (Money?)null,
        m => m.ToString());

    public void Fail(string field, string code, params ReadOnlySpan<object> arguments) =>
        Errors.Add(new(record.Line, bound.ColumnOf(field), Phrase.Of(code, arguments), Told(field)));

    // As the file has it, cut where it is long.
    private string Told(string field)
    {
        var text = string.Join(" ", bound.PlacesOf(field).Where(p => p < record.Fields.Length).Select(p => record.Fields[p].Trim()));
        return text.Length > LongestTold ? text[..LongestTold] + "…" : text;
    }

    private T? Read<T>(string field, string code, Func<string, T?> parse, Func<T, string> show, params ReadOnlySpan<object> arguments) where T : struct
    {
        if (Raw(field) is not { } text) return null;
        if (parse(text) is not { } value)
        {
            Fail(field, code, [text.Length > LongestTold ? text[..LongestTold] + "…" : text, .. arguments]);
            return null;
        }
        Show(field, show(value));
        return value;
    }

    private string? Raw(string field)
    {
        if (!bound.Has(field)) return null;
        var map = bound.Map.Fields[field];
        var places = bound.PlacesOf(field);
        var text = places.Length == 1 ? Value(field, map, places[0]) : string.Join(map.Join, places.Select(p => Value(field, map, p)).Where(v => v.Length > 0));
        return text.Length > 0 ? text : string.IsNullOrEmpty(map.Constant) ? null : map.Constant;
    }

    private string Value(string field, FieldMap map, int place)
    {
        var text = place < record.Fields.Length ? UnfitCharacters.Without(record.Fields[place]).Trim() : "";
        if (text.Length == 0 || map.Values.Count == 0) return text;
        if (map.Values.TryGetValue(text, out var translated)) return translated;
        if (map.OnlyThese) Fail(field, "import.no-translation", text, string.Join(", ", map.Values.Keys));
        return text;
    }

    private DateOnly? ParseDay(string field, string text) =>
        DateOnly.TryParseExact(text, Patterns(field, Days), CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    private DateTimeOffset? ParseInstant(string field, string text)
    {
        if (ParseDay(field, text) is { } day) return Local(day.ToDateTime(TimeOnly.MinValue));
        if (DateTime.TryParseExact(text, Patterns(field, Instants), CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return Local(local);
        return DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at.ToMilliseconds() : null;
    }

    private string[] Patterns(string field, string[] usual) =>
        bound.Map.Fields[field].Dates is not { IsEmpty: false } own ? usual : bound.TypedDates ? [.. own, .. usual] : [.. own];

    private DateTimeOffset Local(DateTime local) => new(local, zone.GetUtcOffset(local));

    private string? Show(string field, string? value)
    {
        if (value is not null && !shown.Exists(s => s.Field == field)) shown.Add((field, value));
        return value;
    }
}
