using System.Text;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Search;

/// <summary>
/// One code path makes the words that both databases index and look for. A run of Chinese characters becomes its pairs (a lone one
/// stays alone), a run of letters and digits one word; a change from one to the other parts them, so that 轴 is found in 12轴.
/// Other forms of a character are that character, what nobody sees is not there, letters are lower case.
/// </summary>
public static class Bigrams
{
    /// <summary>The runs of a text in order, each the list of its words. A search wants every run, its words one behind the
    /// other.</summary>
    public static List<List<string>> Runs(string? text)
    {
        var (runs, plain) = (new List<List<string>>(), TextKey.Plain(text));
        var run = new Run(runs, plain.Length);
        foreach (var letter in plain.EnumerateRunes())
        {
            var isChinese = IsChinese(letter);
            if (!isChinese && !Rune.IsLetterOrDigit(letter)) run.End();
            else run.Add(Rune.ToLowerInvariant(letter), isChinese);
        }
        run.End();
        return runs;
    }

    /// <summary>
    /// Every word to index, in order. A Chinese run of two or more ends with its last character alone: so every character begins some
    /// word, and no pair stands beside a pair of another run.
    /// </summary>
    public static IEnumerable<string> Words(string? text) =>
        Runs(text).SelectMany(run => EndsInPair(run) ? run.Append(LastOf(run[^1])) : run);

    /// <summary>
    /// What the words of a text are told apart by, each once, for comparing many texts: no word becomes a text of its own. A pair or a lone
    /// character is its code points, any other word a hash of its letters.
    /// </summary>
    /// <param name="into">Emptied first.</param>
    public static HashSet<long> Marks(string? text, HashSet<long> into)
    {
        into.Clear();
        long run = 0;
        var chinese = false;
        foreach (var letter in TextKey.Plain(text).EnumerateRunes())
        {
            var isChinese = IsChinese(letter);
            if (run != 0 && (isChinese != chinese || !Rune.IsLetterOrDigit(letter)))
            {
                into.Add(run);
                run = 0;
            }
            if (isChinese && run != 0) into.Add(run << 21 | (long)letter.Value);
            if (isChinese) run = letter.Value;
            else if (Rune.IsLetterOrDigit(letter)) run = unchecked((run * 31 + Rune.ToLowerInvariant(letter).Value) | long.MinValue);
            chinese = isChinese;
        }
        if (run != 0) into.Add(run);
        return into;
    }

    /// <summary>True when the words are pairs of Chinese characters.</summary>
    public static bool EndsInPair(List<string> run) => Chinese(run[^1]) == 2;

    /// <summary>True when the run is one Chinese character: any word that begins with it will do.</summary>
    public static bool IsLoneCharacter(List<string> run) => run is [var word] && Chinese(word) == 1;

    /// <summary>How many Chinese characters a word is; 0 where it is something else.</summary>
    private static int Chinese(string word)
    {
        var count = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (!IsChinese(rune)) return 0;
            count++;
        }
        return count;
    }

    private static string LastOf(string pair) => char.IsLowSurrogate(pair[^1]) ? pair[^2..] : pair[^1..];

    private const int LongestWord = 100;

    /// <summary>The letters since the last boundary. Taking in a million requests is mostly this, so no letter becomes a text of its
    /// own.</summary>
    private sealed class Run(List<List<string>> runs, int longest)
    {
        private readonly char[] letters = new char[longest];
        // Where each letter of a Chinese run begins: a rare one is two chars.
        private readonly List<int> starts = [];
        private int length;
        private bool chinese;

        public void Add(Rune letter, bool isChinese)
        {
            if (isChinese != chinese) End();
            chinese = isChinese;
            if (isChinese) starts.Add(length);
            length += letter.EncodeToUtf16(letters.AsSpan(length));
        }

        public void End()
        {
            if (length > 0) runs.Add(chinese ? Pairs() : [new(letters, 0, Math.Min(length, LongestWord))]);
            length = 0;
            starts.Clear();
        }

        private List<string> Pairs()
        {
            if (starts.Count == 1) return [new(letters, 0, length)];
            var pairs = new List<string>(starts.Count);
            for (var i = 1; i < starts.Count; i++)
            {
                var end = i + 1 < starts.Count ? starts[i + 1] : length;
                pairs.Add(new(letters, starts[i - 1], end - starts[i - 1]));
            }
            return pairs;
        }
    }

    private static bool IsChinese(Rune rune) => rune.Value
        is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x20000 and <= 0x3FFFF);
}
