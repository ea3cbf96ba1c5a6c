using System.Globalization;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Phrases;

/// <summary>An amount of time: <c>48 hours</c>, <c>30 working minutes</c>, <c>contract responseDays working days</c>.</summary>
internal static class AmountPhrase
{
    private static readonly (string[] Words, AmountUnit Unit, int Times)[] Units =
    [
        (["minutes", "minute"], AmountUnit.Minutes, 1),
        (["hours", "hour"], AmountUnit.Minutes, 60),
        (["days", "day"], AmountUnit.Days, 1),
        (["weeks", "week"], AmountUnit.Days, 7),
        (["months", "month"], AmountUnit.Months, 1),
        (["years", "year"], AmountUnit.Months, 12),
    ];

    private static readonly (string[] Words, AmountUnit Unit, int Times)[] WorkingUnits =
    [
        (["minutes", "minute"], AmountUnit.WorkingMinutes, 1),
        (["hours", "hour"], AmountUnit.WorkingMinutes, 60),
        (["days", "day"], AmountUnit.WorkingDays, 1),
    ];

    public static string Pattern { get; } = Phrases.Pattern.Then(
        Phrases.Pattern.Any(Phrases.Pattern.Number, "contract\\s+[a-z][a-zA-Z0-9]{0,39}"),
        Phrases.Pattern.Any(WordsOf(Units), Phrases.Pattern.Then("working", WordsOf(WorkingUnits))));

    public static Amount Read(Sentence s)
    {
        string? contract = null;
        var count = 1;
        if (s.Take("contract")) contract = s.Any("contract-name", Names.IsContractName);
        else count = s.Number(SpanPhrase.MostDays);
        var (unit, times) = ReadUnit(s);
        // Hours named in a contract would need a factor beside the name; minutes, days and months need none.
        if (contract is not null && times != 1) s.Fail("contract-unit");
        if (unit is AmountUnit.Months && (long)count * times > SpanPhrase.MostMonths) s.Fail("span-too-long", count);
        return s.Failed ? default : new Amount(contract is null ? count * times : 0, unit, contract);
    }

    public static string Write(Amount amount)
    {
        var (one, divisor) = amount.Unit switch
        {
            AmountUnit.Minutes => amount.Count % 60 == 0 && amount.FromContract is null ? ("hour", 60) : ("minute", 1),
            AmountUnit.WorkingMinutes => ("working minute", 1),
            AmountUnit.WorkingDays => ("working day", 1),
            AmountUnit.Days => ("day", 1),
            AmountUnit.Months => ("month", 1),
        };
        return amount.FromContract is { } name
            ? string.Create(CultureInfo.InvariantCulture, $"contract {name} {one}s")
            : SpanPhrase.Count(amount.Count / divisor, one);
    }

    private static (AmountUnit, int) ReadUnit(Sentence s)
    {
        var units = s.Take("working") ? WorkingUnits : Units;
        foreach (var (words, unit, times) in units)
            foreach (var word in words)
                if (s.Take(word)) return (unit, times);
        s.ExpectOne([.. units.Select(u => u.Words[0]), .. units == Units ? ["working"] : Array.Empty<string>()]);
        return default;
    }

    private static string WordsOf((string[] Words, AmountUnit Unit, int Times)[] units) =>
        Phrases.Pattern.Any(units.SelectMany(u => u.Words));
}
