using System.Text.RegularExpressions;
using PhoneNumbers;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Search;

/// <summary>
/// Telephone numbers as they are called, however they were typed; several may stand in one text. Which digits are country code, trunk zero,
/// area code or extension is what Google's libphonenumber says.
/// </summary>
public static partial class Telephones
{
    private const string Home = "CN";
    // Shorter ones are nobody's own: 110, 12345, 95588.
    private const int ShortestKey = 7, ShortestFound = 5;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>
    /// What the numbers in the texts are told apart by, each once: E.164, as +8613811223344; of one without area code +0 and its digits.
    /// Extensions make no other number.
    /// </summary>
    public static IReadOnlyList<string> Keys(params IEnumerable<string?> texts) =>
        [.. texts.SelectMany(Read).Select(n => n.Key).OfType<string>().Distinct()];

    /// <summary>True when a number stands in both, or none in either.</summary>
    public static bool Same(string? one, string? other)
    {
        var (these, those) = (Keys(one), Keys(other));
        return these.Count == 0 && those.Count == 0 || these.Intersect(those).Any();
    }

    /// <summary>True when it is a whole number that can be called, and nothing else.</summary>
    public static bool IsOne(string? typed) => Valid(Plain(typed)) is not null;

    /// <summary>True when it is a number that a firm gives out to everybody: 400, 800, 95xxx. It names nobody.</summary>
    public static bool IsHotline(string? typed) => Valid(Plain(typed)) is { } number
        && Library.GetNumberType(number) is PhoneNumberType.TOLL_FREE or PhoneNumberType.SHARED_COST or PhoneNumberType.UAN;

    /// <summary>The words under which the numbers are found: their keys, their digits as called within the country, and within the
    /// city.</summary>
    internal static IEnumerable<string> Words(IEnumerable<string?> texts) =>
        texts.SelectMany(Read).SelectMany(n => new[] { n.Key, n.National, n.Local }).OfType<string>().Distinct();

    /// <summary>
    /// What was typed, each number in it as its digits alone, without country code, trunk zero, separators and extension; null: no number
    /// is in it. Where no letters stand beside it, its beginning will do.
    /// </summary>
    internal static string? AsIndexed(string? typed)
    {
        var plain = Plain(typed);
        if (!MayHold(plain)) return null;
        var leniency = Extension().Replace(plain, "").Any(char.IsLetter)
            ? PhoneNumberUtil.Leniency.VALID : PhoneNumberUtil.Leniency.POSSIBLE;
        var numbers = Library.FindNumbers(plain, Home, leniency, long.MaxValue).ToArray();
        foreach (var number in numbers.Reverse())
            plain = plain.Remove(number.Start, number.Length)
                .Insert(number.Start, $" {Library.GetNationalSignificantNumber(number.Number)} ");
        return numbers.Length == 0 ? null : plain;
    }

    /// <param name="Key">Null: it is nobody's own.</param>
    /// <param name="Local">Without area code; null: it has none.</param>
    private sealed record Telephone(string? Key, string National, string? Local);

    private static IEnumerable<Telephone> Read(string? text)
    {
        var plain = Plain(text);
        if (!MayHold(plain)) yield break;
        // Nearly every text is one number, and this way is ten times as fast.
        if (Valid(plain) is { } only)
        {
            yield return Placed(only);
            yield break;
        }
        var area = "";
        foreach (var found in Library.FindNumbers(plain, Home, PhoneNumberUtil.Leniency.POSSIBLE, long.MaxValue))
        {
            var number = Library.IsValidNumber(found.Number)
                ? found.Number : Valid(area + Library.GetNationalSignificantNumber(found.Number));
            yield return number is null ? Unplaced(found.Number) : Placed(number);
            // 0512-65551111/65551112: the second one is of the same city.
            if (number is not null && AreaOf(number) is { Length: > 0 } its) area = its;
        }
    }

    private static Telephone Placed(PhoneNumber number)
    {
        var (national, area) = (Library.GetNationalSignificantNumber(number), AreaOf(number));
        return new($"+{number.CountryCode}{national}", national, area.Length == 0 ? null : national[area.Length..]);
    }

    private static Telephone Unplaced(PhoneNumber number)
    {
        var digits = Library.GetNationalSignificantNumber(number);
        return new(digits.Length < ShortestKey ? null : "+0" + digits, digits, null);
    }

    private static string AreaOf(PhoneNumber number) =>
        Library.GetNationalSignificantNumber(number)[..Library.GetLengthOfGeographicalAreaCode(number)];

    private static PhoneNumber? Valid(string plain)
    {
        try
        {
            return Library.Parse(plain, Home) is var number && Library.IsValidNumber(number) ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static bool MayHold(string plain) => plain.Count(char.IsAsciiDigit) >= ShortestFound;

    private static string Plain(string? text) => string.IsNullOrEmpty(text) ? "" : Extension().Replace(TextKey.Plain(text), " ext. ");

    /// <summary>As it is said here, and as it is written behind a whole number: 转802, 分机802, 65552222-802. The library knows
    /// "ext.".</summary>
    [GeneratedRegex(@"[ ,-]*(转|轉|分机)\s*:?\s*(?=\d)|(?<=\d{7}) ?- ?(?=\d{1,5}(?!\d))|\s*\bext\.?\s*(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();
}
