using System.Text;

namespace Sanbao.Data.Search;

/// <summary>
/// One code path makes the words that both databases index and look for. A run of Chinese characters becomes its pairs (a lone one
/// stays alone), a run of letters and digits one word; a change from one to the other parts them, so that 轴 is found in 12轴.
/// Full-width is made narrow, letters lower case.
/// </summary>
public static class Bigrams
{
    /// <summary>The runs of a text in order, each the list of its words. A search wants every run, its words one behind the other.</summary>
    public static List<List<string>> Runs(string? text)
    {
        var runs = new List<List<string>>();
        var run = new StringBuilder();
        var chinese = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var letter = Narrow(rune);
            var (isChinese, isWord) = (IsChinese(letter), Rune.IsLetterOrDigit(letter));
            if (run.Length > 0 && (!isWord && !isChinese || isChinese != chinese)) End(runs, run, chinese);
            if (!isWord && !isChinese) continue;
            chinese = isChinese;
            run.Append(Rune.ToLowerInvariant(letter).ToString());
        }
        End(runs, run, chinese);
        return runs;
    }

    /// <summary>
    /// Every word to index, in order. A Chinese run of two or more ends with its last character alone: so every character begins some
    /// word, and no pair stands beside a pair of another run.
    /// </summary>
    public static IEnumerable<string> Words(string? text) => Runs(text).SelectMany(run => EndsInPair(run) ? run.Append(LastOf(run[^1])) : run);

    /// <summary>True when the words are pairs of Chinese characters.</summary>
    public static bool EndsInPair(List<string> run) => run[^1].EnumerateRunes() is var runes && runes.Count() == 2 && runes.All(IsChinese);

    /// <summary>True when the run is one Chinese character: any word that begins with it will do.</summary>
    public static bool IsLoneCharacter(List<string> run) => run is [var word] && word.EnumerateRunes() is var runes && runes.Count() == 1 && IsChinese(runes.First());

    private static string LastOf(string pair) => pair.EnumerateRunes().Last().ToString();

    private const int LongestWord = 100;

    private static void End(List<List<string>> runs, StringBuilder run, bool chinese)
    {
        if (run.Length == 0) return;
        runs.Add(chinese ? Pairs(run.ToString()) : [run.ToString(0, Math.Min(run.Length, LongestWord))]);
        run.Clear();
    }

    private static List<string> Pairs(string run)
    {
        var runes = run.EnumerateRunes().Select(r => r.ToString()).ToList();
        return runes.Count == 1 ? runes : [.. runes.Zip(runes.Skip(1), (a, b) => a + b)];
    }

    private static Rune Narrow(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;

    private static bool IsChinese(Rune rune) => rune.Value
        is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x20000 and <= 0x3FFFF);
}
