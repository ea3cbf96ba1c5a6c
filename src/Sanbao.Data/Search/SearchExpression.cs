namespace Sanbao.Data.Search;

/// <summary>What a person typed, as each database's full-text index is asked: every run must occur, a Chinese run as it stands.</summary>
internal static class SearchExpression
{
    // Shorter beginnings would fetch half the ledger.
    private const int ShortestBeginning = 3;

    /// <summary>For FTS5; null when nothing in the text can be looked for.</summary>
    public static string? ForSqlite(string? typed) => Join(typed, " AND ", (words, beginning) => $"\"{string.Join(' ', words)}\"{(beginning ? " *" : "")}");

    /// <summary>For tsquery; null when nothing in the text can be looked for.</summary>
    public static string? ForPostgres(string? typed) =>
        Join(typed, " & ", (words, beginning) => $"({string.Join(" <-> ", words.Select(w => $"'{w}'{(beginning ? ":*" : "")}"))})");

    private static string? Join(string? typed, string and, Func<List<string>, bool, string> run)
    {
        var runs = Bigrams.Runs(typed);
        return runs.Count == 0 ? null : string.Join(and, runs.Select(words => run(words, IsBeginning(words))));
    }

    private static bool IsBeginning(List<string> words) =>
        Bigrams.IsLoneCharacter(words) || (!Bigrams.EndsInPair(words) && words[0].Length >= ShortestBeginning);
}
