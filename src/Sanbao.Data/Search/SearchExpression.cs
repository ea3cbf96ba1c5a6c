namespace Sanbao.Data.Search;

/// <summary>
/// What a person typed, as each database's full-text index is asked: every run must occur, a Chinese run as it stands; or the telephone
/// numbers in it as they are kept; or all of it as the beginning or the end of a number.
/// </summary>
internal static class SearchExpression
{
    // Shorter beginnings would fetch half the ledger.
    private const int ShortestBeginning = 3;

    /// <summary>For FTS5; null when nothing in the text can be looked for.</summary>
    public static string? ForSqlite(string? typed) =>
        Join(typed, " OR ", " AND ", (words, beginning) => $"\"{string.Join(' ', words)}\"{(beginning ? " *" : "")}");

    /// <summary>For tsquery; null when nothing in the text can be looked for.</summary>
    public static string? ForPostgres(string? typed) =>
        Join(typed, " | ", " & ", (words, beginning) => $"({string.Join(" <-> ", words.Select(w => $"'{w}'{(beginning ? ":*" : "")}"))})");

    /// <summary>Whatever is called by one of the numbers; null: there is none.</summary>
    public static string? CalledOnSqlite(IReadOnlyList<string> keys) =>
        keys.Count == 0 ? null : string.Join(" OR ", keys.Select(k => $"\"{k}\""));

    /// <summary>The same for tsquery.</summary>
    public static string? CalledOnPostgres(IReadOnlyList<string> keys) =>
        keys.Count == 0 ? null : string.Join(" | ", keys.Select(k => $"'{k}'"));

    private static string? Join(string? typed, string or, string and, Func<List<string>, bool, string> run)
    {
        var ways = new[] { Bigrams.Runs(typed), Bigrams.Runs(Telephones.AsIndexed(typed)) }
            .Concat(Looks.Beginnings(typed).Select(word => new List<List<string>> { new() { word } })).Where(runs => runs.Count > 0)
            .Select(runs => $"({string.Join(and, runs.Select(words => run(words, IsBeginning(words))))})").Distinct().ToArray();
        return ways.Length == 0 ? null : string.Join(or, ways);
    }

    private static bool IsBeginning(List<string> words) =>
        Bigrams.IsLoneCharacter(words) || (!Bigrams.EndsInPair(words) && words[0].Length >= ShortestBeginning);
}
