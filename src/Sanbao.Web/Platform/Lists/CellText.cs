using System.Globalization;

namespace Sanbao.Web.Platform.Lists;

/// <summary>A value of a list in words.</summary>
internal static class CellText
{
    /// <summary>On a page.</summary>
    public static string OnPage(object? value, Words words) => value switch
    {
        DateOnly day => words.Say(day),
        DateTimeOffset at => words.Say(at),
        Money money => words.Say(money),
        int or long or decimal => words.Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        _ => InFile(value, words),
    };

    /// <summary>In a file, as programs and spreadsheets read it again.</summary>
    public static string InFile(object? value, Words words) => value switch
    {
        null => "",
        string text => text,
        bool yes => words[yes ? "word.yes" : "word.no"],
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => words.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        Enum one => words.Say(one),
        Money money => money.ToString(),
        IFormattable figure => figure.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
