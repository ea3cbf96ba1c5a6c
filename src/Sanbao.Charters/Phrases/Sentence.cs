using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Yaml;

namespace Sanbao.Charters.Phrases;

/// <summary>
/// Reads a phrase word by word. The first word that does not fit is reported at its column; after that nothing fits any more, so
/// that one phrase gives one error.
/// </summary>
internal sealed class Sentence
{
    private readonly TextNode text;
    private readonly Report report;
    private readonly List<(string Word, int Start)> words;
    private int next;

    public Sentence(TextNode text, Report report)
    {
        this.text = text;
        this.report = report;
        words = Split(text.Value);
    }

    /// <summary>A word did not fit; whatever is read is not to be used.</summary>
    public bool Failed { get; private set; }

    public bool AtEnd => next >= words.Count;

    /// <summary>The word at hand; empty at the end.</summary>
    public string Word => AtEnd || Failed ? "" : words[next].Word;

    /// <summary>A word further on; empty past the end.</summary>
    public string Peek(int ahead) => Failed || next + ahead >= words.Count ? "" : words[next + ahead].Word;

    /// <summary>Takes these words if they are the next ones.</summary>
    public bool Take(params ReadOnlySpan<string> expected)
    {
        if (Failed || next + expected.Length > words.Count) return false;
        for (var i = 0; i < expected.Length; i++)
            if (words[next + i].Word != expected[i]) return false;
        next += expected.Length;
        return true;
    }

    /// <summary>The words must come now. Where they break off all that is wanting is told, not the next word alone.</summary>
    public void Expect(params ReadOnlySpan<string> expected)
    {
        for (var i = 0; i < expected.Length && !Failed; i++)
            if (!Take(expected[i])) FailExpecting(expected[i], string.Join(' ', expected[i..]!));
    }

    /// <summary>One of the words must come now; its index, or -1.</summary>
    public int ExpectOne(params string[] expected)
    {
        for (var i = 0; i < expected.Length; i++)
            if (Take(expected[i])) return i;
        FailExpecting(expected);
        return -1;
    }

    /// <summary>A word of a closed list must come now.</summary>
    public T Expect<T>() where T : struct, Enum
    {
        if (Words.Find<T>(Word) is { } found && !Failed)
        {
            next++;
            return found;
        }
        FailExpecting(Words.All<T>());
        return default;
    }

    /// <summary>A whole number from 1 to <paramref name="most"/> must come now.</summary>
    public int Number(int most)
    {
        if (int.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            next++;
            return number;
        }
        FailNumber(most);
        return 1;
    }

    /// <summary>The rest of the phrase, as it stands.</summary>
    public string Rest => AtEnd || Failed ? "" : text.Value[words[next].Start..];

    /// <summary>A percentage above 0 and up to 100 must come now; as a fraction.</summary>
    public decimal Percent()
    {
        var known = decimal.TryParse(Word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent);
        if (known && percent is > 0 and <= 100)
        {
            next++;
            Expect("%");
            return percent / 100;
        }
        Fail(known ? "percent-range" : "phrase-percent", Word);
        return 0;
    }

    /// <summary>Some word must come now that <paramref name="fits"/>.</summary>
    public string Any(string code, Func<string, bool> fits)
    {
        var word = Word;
        if (word.Length > 0 && fits(word)) next++;
        else Fail(AtEnd ? "phrase-early" : code, word);
        return word;
    }

    /// <summary>An open word must come now; one that is nearly a known one is a slip of the pen.</summary>
    public string Name(ImmutableArray<string> known)
    {
        var word = Word;
        if (Names.SlipOf(word, known, report.OwnWords) is { } meant) FailMeaning("slip", meant, word, string.Join(", ", known));
        return Any("not-a-name", Names.IsName);
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        if (!AtEnd) Fail("phrase-end", Word);
    }

    /// <summary>The word at hand is wrong.</summary>
    public void Fail(string code, params ReadOnlySpan<object> arguments)
    {
        if (Failed) return;
        report.Fail(Here, AtEnd && code is "phrase-percent" ? code + "-end" : code, arguments);
        Failed = true;
    }

    /// <summary>What stands here means something else, and is written so.</summary>
    public void FailMeaning(string code, string hint, params ReadOnlySpan<object> arguments)
    {
        if (!Failed) report.FailMeaning(Here, code, hint, arguments);
        Failed = true;
    }

    private void FailNumber(int most)
    {
        if (Failed) return;
        var meant = Counted.Meant(Rest);
        if (AtEnd) Fail("phrase-number-end", Word, most);
        else if (meant is not null) FailMeaning("phrase-count", meant, Word);
        else Fail(int.TryParse(Word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? "phrase-number" : "phrase-count", Word, most);
    }

    private Place Here => text.PlaceOf(AtEnd ? text.Value.Length : words[next].Start);

    private void FailExpecting(IReadOnlyList<string> expected)
    {
        if (Failed) return;
        if (AtEnd) Fail("phrase-short", string.Join(", ", expected));
        else FailUnknown("phrase-word", expected);
    }

    private void FailExpecting(string word, string rest)
    {
        if (AtEnd) report.Fail(Here, "phrase-short", rest);
        else report.FailMeaning(Here, "phrase-word", Nearest.Meant(Word, [word]), Word, rest);
        Failed = true;
    }

    private void FailUnknown(string code, IReadOnlyList<string> known)
    {
        report.Unknown(Here, code, Word, known);
        Failed = true;
    }

    // Blanks divide words; a comma and a percent sign are words of their own.
    private static List<(string, int)> Split(string text)
    {
        var words = new List<(string, int)>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i])) { i++; continue; }
            var start = i++;
            if (text[start] is not (',' or '%'))
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not (',' or '%')) i++;
            words.Add((text[start..i], start));
        }
        return words;
    }
}
