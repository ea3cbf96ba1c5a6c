using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Texts;

/// <summary>
/// Says things in one language: texts by key, phrases of the domain, dates, money. <c>W["clock.due", instant]</c>.
/// A placeholder may carry a form: <c>{0:date}</c>, <c>{0:day}</c> (with weekday), <c>{0:time}</c>, <c>{0:plain}</c> (no thousands),
/// <c>{0:working}</c> (a length of working time), and for the English plural <c>{0:day|days}</c>, which gives the word alone.
/// </summary>
[SuppressMessage("Performance", "CA1822", Justification = "Everything is said by W, whether or not it differs between the languages.")]
internal sealed class Words(Language language, TimeZoneInfo zone)
{
    /// <summary>Words for output without a request: command line, duties.</summary>
    public static Words Of(Language language) => new(language, Company.China);

    public Language Language => language;

    public bool Chinese => language == Language.Chinese;

    public TimeZoneInfo Zone => zone;

    public string this[string key, params ReadOnlySpan<object?> arguments] =>
        Dictionary.Entries.TryGetValue(key, out var entry) ? entry.In(Chinese).Fill(arguments, Render) : $"[{key}]";

    public string Say(Phrase phrase) => this[phrase.Code, phrase.Arguments.AsSpan()!];

    public string Say(Refusal refusal) => this[refusal.Code, refusal.Arguments.IsDefault ? [] : refusal.Arguments.AsSpan()!];

    public string Say(FieldError error)
    {
        ReadOnlySpan<object?> arguments = error.Arguments.IsDefault ? [] : [.. error.Arguments.Select(Shortened)];
        return this[error.Code, arguments];
    }

    /// <summary>What was typed is said again so that it is recognised, not so that it fills the screen.</summary>
    private static object Shortened(object argument) =>
        argument is string { Length: > 60 } text ? $"{text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)]}…" : argument;

    public string Roles(IEnumerable<string> codes) => string.Join(Chinese ? "、" : ", ", codes.Select(code => this[$"role.{code}"]));

    public string Say(Bilingual name) => name.In(Chinese);

    /// <summary>The word for a value of a closed list: <c>Cause.HumanDamage</c> is the text <c>cause.human-damage</c>.</summary>
    public string Say(Enum value) => this[Kebab.KeyOf(value)];

    /// <summary>2026年5月2日, 2 May 2026.</summary>
    public string Say(DateOnly date) => date.ToString(Chinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>In the company's zone: 2026年5月2日 23:30.</summary>
    public string Say(DateTimeOffset instant) => $"{Date(instant)}{(Chinese ? " " : ", ")}{Time(instant)}";

    /// <summary>From five years on nobody counts in months.</summary>
    public string Say(Span span) => span is { Unit: SpanUnit.Months, Count: >= 60 } && span.Count % 12 == 0
        ? this["span.years", span.Count / 12]
        : this[$"span.{Kebab.Of(span.Unit)}", span.Count];

    public string Say(Length length) => length.From == LengthFrom.Fixed ? Say(length.Span) : this[$"length.{Kebab.Of(length.From)}"];

    /// <summary>
    /// A length of time by its two largest units, the smaller left out where it is none: 2 天 3 小时, 3 h, 12 min 5 s. Assets/islands/clock.ts
    /// says the same; the units stand in one text, by |.
    /// </summary>
    public string Say(TimeSpan time)
    {
        var units = this["clock.units"].Split('|');
        int[] counts = [(int)time.TotalDays, time.Hours, time.Minutes, time.Seconds];
        var first = Math.Min(2, Array.FindIndex(counts, c => c > 0) is >= 0 and var found ? found : 2);
        var large = $"{counts[first]} {units[first]}";
        return counts[first + 1] == 0 ? large : $"{large} {counts[first + 1]} {units[first + 1]}";
    }

    /// <summary>A length of working time, which has no days of 24 hours: 30 小时 15 分.</summary>
    public string SayWorking(TimeSpan time)
    {
        var units = this["clock.units"].Split('|');
        var (hours, minutes) = ((int)time.TotalHours, time.Minutes);
        var said = (hours, minutes) switch
        {
            (0, _) => $"{minutes} {units[2]}",
            (_, 0) => $"{hours} {units[1]}",
            (_, _) => $"{hours} {units[1]} {minutes} {units[2]}",
        };
        return this["clock.working", said];
    }

    /// <summary>A word of the resources, else the name as it was made up.</summary>
    public string Say(Word word) => word.Else is { } own && !Dictionary.Entries.ContainsKey(word.Key) ? own : this[word.Key];

    public string Say(Money money) => money.Fen < 0 ? $"-¥{money.ToString()[1..]}" : $"¥{money}";

    /// <summary>With the weekday: 2026年5月2日 周六, Sat 2 May 2026.</summary>
    public string Day(DateOnly date) => Chinese ? $"{Say(date)} {Weekday(date)}" : $"{Weekday(date)} {Say(date)}";

    /// <summary>5月, May.</summary>
    public string Month(DateOnly date) => date.ToString(Chinese ? "M月" : "MMMM", CultureInfo.InvariantCulture);

    public string Day(DateTimeOffset instant) => Day(LocalDate(instant));

    public string Date(DateTimeOffset instant) => Say(LocalDate(instant));

    public string Time(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For lists: the days about today by their names, the others without the year where it is the current one. 今天 23:30, 2 May
    /// 23:30.</summary>
    public string Short(DateTimeOffset instant, DateTimeOffset now)
    {
        var (day, today) = (LocalDate(instant), LocalDate(now));
        var date = (day.DayNumber - today.DayNumber) switch
        {
            -1 => this["day.yesterday"],
            0 => this["day.today"],
            1 => this["day.tomorrow"],
            _ when day.Year == today.Year => day.ToString(Chinese ? "M月d日" : "d MMM", CultureInfo.InvariantCulture),
            _ => Say(day),
        };
        return $"{date} {Time(instant)}";
    }

    public DateOnly LocalDate(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>The instant at which a wall clock of the company shows this.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), zone.GetUtcOffset(day.ToDateTime(time)));

    public string Number(decimal number) => number.ToString("#,##0.####", CultureInfo.InvariantCulture);

    private string Weekday(DateOnly date) => this[$"day-of-week.{Kebab.Of(date.DayOfWeek)}"];

    private string Render(object? argument, string form) => (argument, form) switch
    {
        (DateOnly date, "day") => Day(date),
        (DateTimeOffset instant, "day") => Day(instant),
        (DateTimeOffset instant, "date") => Date(instant),
        (DateTimeOffset instant, "time") => Time(instant),
        (IConvertible number, _) when form.Split('|') is [var one, var many] =>
            number.ToDecimal(CultureInfo.InvariantCulture) == 1 ? one : many,
        (IFormattable number, "plain") => number.ToString(null, CultureInfo.InvariantCulture),
        (DateOnly date, _) => Say(date),
        (DateTimeOffset instant, _) => Say(instant),
        (TimeSpan time, "working") => SayWorking(time),
        (TimeSpan time, _) => Say(time),
        (Money money, _) => Say(money),
        (Bilingual name, _) => Say(name),
        (Word word, _) => Say(word),
        (Span span, _) => Say(span),
        (Length length, _) => Say(length),
        (Usage usage, _) => this[$"usage.{Kebab.Of(usage.Kind)}", usage.Amount],
        (Percent percent, _) => $"{Number(percent.Fraction * 100)} %",
        (bool yes, _) => this[yes ? "word.yes" : "word.no"],
        (Phrase phrase, _) => Say(phrase),
        (Enum value, _) => Say(value),
        (int or long or decimal, _) => Number(Convert.ToDecimal(argument, CultureInfo.InvariantCulture)),
        (IFormattable other, _) => other.ToString(null, CultureInfo.InvariantCulture),
        _ => argument?.ToString() ?? "",
    };
}
