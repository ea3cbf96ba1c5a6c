using System.Text.RegularExpressions;

namespace Sanbao.Web.Features.Accounts;

/// <summary>
/// What a password must be: long rather than odd, for forced signs only end up on paper; none that everybody tries first (zxcvbn), and
/// none with the words that anybody would try here. The accounts of the demo company are exempt.
/// </summary>
internal static partial class PasswordRule
{
    public const int Shortest = 8, Longest = 100;

    /// <summary>Of zxcvbn's scale from 0 to 4: a million guesses, far more than sign-in lets anybody make.</summary>
    private const int LeastScore = 1;

    private static readonly string[] Product = ["sanbao", "三包"];

    /// <summary>What Chinese people choose most, and the lists of zxcvbn, made of western passwords, do not know.</summary>
    private static readonly string[] CommonHere = ["woaini", "aini", "5201314", "1314520", "520", "1314", "woaiwojia", "zhongguo"];

    /// <param name="company">As it is called, in every language.</param>
    public static void Check(FieldErrors errors, string field, string password, string login, params string[] company)
    {
        if (WhyNot(password, login, company) is { } why) errors.When(true, field, why, Shortest, Longest);
    }

    /// <summary>Why it cannot be the account's password, as a text key; null: it can.</summary>
    public static string? WhyNot(string password, string login, params string[] company)
    {
        string[] words = [.. Product, .. company.SelectMany(WordsOf)];
        return password.Length < Shortest ? "password.too-short"
            : password.Length > Longest ? "password.too-long"
            : password.Distinct().Count() < 4 ? "password.too-plain"
            : login.Length > 0 && Has(password, login) ? "password.has-login"
            : words.Any(w => Has(password, w)) ? "password.has-company"
            : Zxcvbn.Zxcvbn.MatchPassword(password, [login, .. words, .. CommonHere]).Score < LeastScore ? "password.too-common"
            : null;
    }

    private static bool Has(string password, string word) => password.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts of a name that make it out: 江川, not 川; Jiangchuan, not Co.</summary>
    private static IEnumerable<string> WordsOf(string name) => NameParts().Matches(name).Select(m => m.Value);

    [GeneratedRegex(@"\p{Lo}{2,}|[\p{L}\p{N}-[\p{Lo}]]{4,}")]
    private static partial Regex NameParts();
}
