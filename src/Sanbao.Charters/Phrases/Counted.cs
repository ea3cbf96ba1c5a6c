using System.Globalization;
using System.Text.RegularExpressions;

namespace Sanbao.Charters.Phrases;

/// <summary>What is meant where a number should stand and people write it otherwise: in words, with a fraction, grown together with its
/// unit.</summary>
internal static partial class Counted
{
    // By how a phrase begins; the longer ones first.
    private static readonly (string Begins, string Meant)[] Turns =
    [
        ("next business day", "1 working day"), ("next working day", "1 working day"), ("next day", "1 day"),
        ("half an hour", "30 minutes"), ("half a year", "6 months"), ("half a day", "12 hours"),
        ("monthly", "every 1 month"), ("quarterly", "every 3 months"), ("yearly", "every 12 months"), ("annually", "every 12 months"),
    ];

    private static readonly string[] Endless = ["lifetime", "life", "for life", "unlimited", "forever", "permanent", "never", "no end"];

    private static readonly string[] Small =
        ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly (string Unit, int Times, string Smaller)[] Parts =
        [("year", 12, "months"), ("week", 7, "days"), ("day", 24, "hours"), ("hour", 60, "minutes")];

    /// <summary>Says that there is no end.</summary>
    public static bool NeverEnds(string rest) =>
        Array.Exists(Endless, e => rest == e || rest.StartsWith(e + " ", StringComparison.Ordinal));

    /// <param name="rest">The phrase from the place where the number should stand.</param>
    public static string? Meant(string rest)
    {
        foreach (var (begins, meant) in Turns)
            if (rest.StartsWith(begins, StringComparison.Ordinal)) return meant;
        if (Within().Match(rest) is { Success: true } within) return within.Groups[1].Value;
        if (Grown().Match(rest) is { Success: true } grown) return $"{grown.Groups[1].Value} {Unit(grown.Groups[2].Value)}";
        if (Fraction().Match(rest) is { Success: true } fraction) return Whole(fraction.Groups[1].Value, fraction.Groups[2].Value);
        return InWords().Match(rest) is { Success: true } words && Array.IndexOf(Small, words.Groups[1].Value) is >= 0 and var n
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, n)} {words.Groups[2].Value}")
            : null;
    }

    private static string? Whole(string count, string unit)
    {
        foreach (var (name, times, smaller) in Parts)
            if (unit.StartsWith(name, StringComparison.Ordinal)
                && decimal.Parse(count, CultureInfo.InvariantCulture) * times is var whole && whole == decimal.Truncate(whole))
                return string.Create(CultureInfo.InvariantCulture, $"{whole:0} {smaller}");
        return null;
    }

    private static string Unit(string unit) =>
        Errors.Nearest.Meant(unit, ["hours", "minutes", "days", "weeks", "months", "years", "kilometres", "cycles"]) ?? unit;

    [GeneratedRegex("^within ([0-9]+ (?:working )?[a-z]+)")]
    private static partial Regex Within();

    [GeneratedRegex("^([0-9]+)([a-z]+)\\b")]
    private static partial Regex Grown();

    [GeneratedRegex("^([0-9]{1,6}\\.[0-9]{1,4}) ([a-z]+)")]
    private static partial Regex Fraction();

    [GeneratedRegex("^([a-z]+) ((?:working )?[a-z]+(?: repairs?)?)")]
    private static partial Regex InWords();
}
