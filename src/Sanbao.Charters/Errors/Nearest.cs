namespace Sanbao.Charters.Errors;

/// <summary>Finds the word that was meant.</summary>
internal static class Nearest
{
    // Words by themselves, and each is one letter away from another.
    private static readonly string[] Little = ["or", "and", "of", "to", "by", "in", "on", "at"];

    /// <summary>The word that people bring along for one of the known ones, else the known one that is nearest; null: unlike any.</summary>
    public static string? Meant(string word, IReadOnlyCollection<string> known) => Brought.Meant(word, known) ?? Of(word, known);

    /// <summary>The known word with the smallest edit distance, if at most a third of the word is wrong; else null.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > 60 || Little.Contains(word)) return null;
        var lower = word.ToLowerInvariant();
        return known
            .Select(k => (Known: k, Distance: Distance(lower, k.ToLowerInvariant())))
            .Where(k => k.Distance <= Math.Max(1, k.Known.Length / 3) && k.Known != word)
            .OrderBy(k => k.Distance)
            .ThenBy(k => k.Known, StringComparer.Ordinal)
            .Select(k => k.Known)
            .FirstOrDefault();
    }

    /// <summary>How many letters must be put in, left out, replaced or swapped with their neighbour.</summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(change, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
