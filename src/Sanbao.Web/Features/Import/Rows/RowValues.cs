using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>One line of the file as typed values. What does not fit is noted at its column, once, and comes out as null.</summary>
internal sealed class RowValues(BoundMap bound, FileRecord record, TimeZoneInfo zone)
{
    private const int LongestTold = 60;

    // What was read, for the preview: every field once, as it is understood.
    private readonly List<(string Field, string Value)> shown = [];
    private readonly HashSet<string> wrong = [];

    public long Line => record.Line;

    public List<RowError> Errors { get; } = [];

    /// <summary>What is to be said of the line although it comes in.</summary>
    public List<RowError> Remarks { get; } = record.Remark is { } said ? [new(record.Line, "", said)] : [];

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
    public string? Reference(string field) => Raw(field) is { } text ? Show(field, bound.Map.Prefix + TextKey.Shown(text)) : null;

    /// <summary>A day; the time of day that may stand with it is left out, and that is said.</summary>
    public DateOnly? Day(string field) => Read(field, "import.not-a-date", text =>
    {
        if (Times.Moment(text, Patterns(field), IsDate(field)) is not { } moment || IsNone(field, moment)) return (DateOnly?)null;
        if (moment.TimeOfDay > TimeSpan.Zero) Remark(field, "import.remark-time-left-out");
        return DateOnly.FromDateTime(moment);
    }, d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>An instant; a day alone is its beginning in the company's zone.</summary>
    public DateTimeOffset? At(string field) =>
        Read(field, "import.not-an-instant",
            text => Times.Instant(text, Patterns(field), IsDate(field), zone, local => IsNone(field, local)),
            at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    /// <summary>A value of a closed list: by its name in the interface, or by its word in either language.</summary>
    public TEnum? Choice<TEnum>(string field) where TEnum : struct, Enum =>
        Read(field, "import.unknown-value", EnumWords.Find<TEnum>, v => Kebab.Of(v), EnumWords.All<TEnum>());

    public bool? Flag(string field) => Read(field, "import.not-yes-or-no", text => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "Y" or "1" or "是" or "√" => true,
        "FALSE" or "NO" or "N" or "0" or "否" or "X" or "×" => false,
        _ => (bool?)null,
    }, yes => yes ? "true" : "false");

    public int? Whole(string field) => Read(field, "import.not-a-number", Figures.Whole, n => n.ToString(CultureInfo.InvariantCulture));

    public Money? Amount(string field)
    {
        if (Read(field, "import.not-money", Figures.Amount, y => y.ToString("#,##0.00", CultureInfo.InvariantCulture)) is not { } yuan)
            return null;
        if (Figures.WhyNotMoney(yuan) is not { } why) return Money.Yuan(yuan);
        Fail(field, why);
        return null;
    }

    /// <summary>A field that is wrong already gets no second reason.</summary>
    public void Fail(string field, string code, params ReadOnlySpan<object> arguments)
    {
        if (wrong.Add(field)) Errors.Add(new(record.Line, bound.ColumnOf(field), Phrase.Of(code, arguments), Told(field)));
    }

    public void Remark(string field, string code, params ReadOnlySpan<object> arguments) =>
        Remarks.Add(new(record.Line, bound.ColumnOf(field), Phrase.Of(code, arguments), Told(field)));

    // As the file has it, cut where it is long.
    private string Told(string field) => Cut(string.Join(" ", bound.PlacesOf(field).Select(p => record.Cells[p].Text)));

    private static string Cut(string text) => text.Length > LongestTold ? text[..LongestTold] + "…" : text;

    private T? Read<T>(string field, string code, Func<string, T?> parse, Func<T, string> show, params ReadOnlySpan<object> arguments)
        where T : struct
    {
        if (Raw(field) is not { } text) return null;
        if (parse(TextKey.Plain(text)) is not { } value)
        {
            Fail(field, code, [Cut(text), .. arguments]);
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
        var text = places.Length == 1
            ? Value(field, map, places[0]) : string.Join(map.Join, places.Select(p => Value(field, map, p)).Where(v => v.Length > 0));
        return text.Length > 0 ? text : string.IsNullOrEmpty(map.Constant) ? null : map.Constant;
    }

    /// <summary>Another system's placeholder for "not known" is told as what it is.</summary>
    private bool IsNone(string field, DateTime moment)
    {
        var day = DateOnly.FromDateTime(moment);
        if (NoDate.Is(day)) Fail(field, "date.none", day);
        return NoDate.Is(day);
    }

    private string Value(string field, FieldMap map, int place)
    {
        var cell = record.Cells[place];
        if (cell.Fault is { } fault)
        {
            if (wrong.Add(field)) Errors.Add(new(record.Line, bound[place], Phrase.Of(fault, Cut(cell.Text)), Cut(cell.Text)));
            return "";
        }
        var text = UnfitCharacters.Without(cell.Text).Trim();
        if (text.Length == 0 || map.Values.Count == 0) return text;
        if (map.Values.TryGetValue(TextKey.Plain(text), out var translated)) return translated;
        if (map.OnlyThese) Fail(field, "import.no-translation", Cut(text), string.Join(", ", map.Values.Keys));
        return text;
    }

    private ImmutableArray<string> Patterns(string field) => bound.Map.Fields[field].Dates;

    private bool IsDate(string field) => bound.PlacesOf(field) is [var place, ..] && record.Cells[place].IsDate;

    private string? Show(string field, string? value)
    {
        if (value is not null && !shown.Exists(s => s.Field == field)) shown.Add((field, value));
        return value;
    }
}
