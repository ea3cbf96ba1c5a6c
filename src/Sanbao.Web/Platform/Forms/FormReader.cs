using System.Globalization;

namespace Sanbao.Web.Platform.Forms;

/// <summary>
/// Reads what was typed into types. Whatever does not fit is noted at its field and comes out as null or the default; the caller looks
/// at nothing of it, because <see cref="PostForm"/> shows the form again.
/// </summary>
internal sealed class FormReader(FormState form)
{
    /// <summary>The largest amount of money that is taken for one, in yuan.</summary>
    public const decimal LargestAmount = 1_000_000_000_000m;

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Notes an error that only the caller can see.</summary>
    public void Wrong(string field, string code, params ReadOnlySpan<object> arguments) =>
        form.Errors.Add(new(field, code, [.. arguments]));

    /// <summary>
    /// Rules about what was read, told in the same round as what could not be read. A field that is wrong already gets no second reason.
    /// </summary>
    public void Check(Action<FieldErrors> rules)
    {
        var errors = new FieldErrors();
        rules(errors);
        form.Errors.AddRange(errors.Found.Where(e => !form.ErrorsOf(e.Field).Any()).ToList());
    }

    /// <summary>Trimmed; null when nothing was typed.</summary>
    public string? Text(string field, int max = 200)
    {
        var text = form.Typed(field)?.ReplaceLineEndings("\n").Trim();
        if (text?.Length > max) Wrong(field, "field.too-long", max);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Trimmed; empty is an error.</summary>
    public string NeededText(string field, int max = 200) => Needed(field, Text(field, max)) ?? "";

    /// <summary>A password: as typed, blanks and all; empty is an error. Fields never show it again.</summary>
    public string Secret(string field)
    {
        var secret = form.Typed(field) ?? "";
        if (secret.Length == 0) Wrong(field, "field.required");
        return secret;
    }

    /// <summary>A year before 1900 is a slip: whoever types 24 into a date field gets the year 24.</summary>
    public DateOnly? Date(string field) => Parse(field, "form.date", text =>
        DateOnly.TryParseExact(Dashes(text), ["yyyy-M-d", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && PossibleDays.Are(day)
            ? day
            : (DateOnly?)null);

    public DateOnly NeededDate(string field) => Needed(field, Date(field)) ?? default;

    /// <summary>A local date and time in the zone, as <c>datetime-local</c> sends it.</summary>
    public DateTimeOffset? Instant(string field, TimeZoneInfo zone) => Parse(field, "form.instant", text =>
        DateTime.TryParseExact(text.Replace(' ', 'T'), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && PossibleDays.Are(DateOnly.FromDateTime(local))
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : (DateTimeOffset?)null);

    public int? Number(string field, int min = 0, int max = int.MaxValue)
    {
        var number = Parse(field, "form.number", Figures.Whole);
        if (!(number < min || number > max)) return number;
        Wrong(field, "field.out-of-range", min, max);
        return null;
    }

    /// <summary>Yuan with at most two places, as <see cref="Figures"/> reads them.</summary>
    public Money? Money(string field)
    {
        var yuan = Parse(field, "form.money", Figures.Amount);
        if (yuan is null) return null;
        if (Figures.WhyNotMoney(yuan.Value) is not { } why) return Domain.Kernel.Money.Yuan(yuan.Value);
        Wrong(field, why);
        return null;
    }

    /// <summary>A value of a closed list by its kebab-case name.</summary>
    public TEnum? Choice<TEnum>(string field) where TEnum : struct, Enum => Parse(field, "form.choice", text => Kebab.Parse<TEnum>(text));

    public TEnum NeededChoice<TEnum>(string field) where TEnum : struct, Enum => Needed(field, Choice<TEnum>(field)) ?? default;

    public TEnum[] Choices<TEnum>(string field) where TEnum : struct, Enum =>
        [.. form.AllTyped(field).Select(Kebab.Parse<TEnum>).OfType<TEnum>()];

    /// <summary>A value of this closed list, boxed; null: none.</summary>
    public object? Choice(Type list, string field)
    {
        if (Text(field) is not { } text) return null;
        var value = Kebab.Parse(list, text);
        if (value is null) Wrong(field, "form.choice");
        return value;
    }

    /// <summary>The values that were checked, as an array of the list's type.</summary>
    public Array Choices(Type list, string field)
    {
        var values = form.AllTyped(field).Select(typed => Kebab.Parse(list, typed)).OfType<Enum>().ToList();
        var array = Array.CreateInstance(list, values.Count);
        for (var i = 0; i < values.Count; i++) array.SetValue(values[i], i);
        return array;
    }

    /// <summary>All that was checked under one name.</summary>
    public IEnumerable<string> Texts(string field) => form.AllTyped(field).OfType<string>().Where(t => t.Length > 0).Distinct();

    public Guid? Id(string field) => Parse(field, "form.choice", text => Guid.TryParse(text, out var id) ? id : (Guid?)null);

    /// <summary>A check box.</summary>
    public bool Flag(string field) => form.Typed(field) is "true" or "on" or "true,false";

    private T? Parse<T>(string field, string error, Func<string, T?> parse) where T : struct
    {
        if (Text(field) is not { } text) return null;
        var value = parse(text);
        if (value is null) Wrong(field, error);
        return value;
    }

    private T? Needed<T>(string field, T? value)
    {
        if (value is null && !form.ErrorsOf(field).Any()) Wrong(field, "field.required");
        return value;
    }

    /// <summary>2026/5/2 and 2026.5.2 are dates, too.</summary>
    private static string Dashes(string text) => text.Replace('/', '-').Replace('.', '-');
}
