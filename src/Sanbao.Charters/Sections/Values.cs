using System.Collections.Immutable;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Yaml;

namespace Sanbao.Charters.Sections;

/// <summary>Single values of a file, each told where it is wrong.</summary>
internal static class Values
{
    public static TextNode? Text(Node node, Report report)
    {
        if (node is TextNode { Value.Length: > 0 } text) return text;
        report.Fail(node.At, node is TextNode ? "no-value" : "not-a-text");
        return null;
    }

    public static string Plain(TextNode text, int most, Report report)
    {
        if (text.Value.Length > most) report.Fail(text.At, "text-too-long", text.Value.Length, most);
        return text.Value.Trim();
    }

    /// <summary>An open word. One that is nearly a known one is a slip of the pen.</summary>
    public static string? Name(TextNode text, ImmutableArray<string> known, Report report)
    {
        if (!Names.IsCode(text.Value)) report.Fail(text.At, "not-a-name", text.Value);
        else if (Names.SlipOf(text.Value, known, report.OwnWords) is { } meant)
            report.FailMeaning(text.At, "slip", meant, text.Value, string.Join(", ", known));
        else return text.Value;
        return null;
    }

    public static T? Word<T>(Node node, Report report) where T : struct, Enum
    {
        if (Text(node, report) is not { } text) return null;
        if (Words.Find<T>(text.Value) is { } word) return word;
        report.Unknown(text.At, "unknown-word", text.Value, Words.All<T>());
        return null;
    }

    /// <summary>The index of the word; -1 when it is none of them.</summary>
    public static int OneOf(TextNode text, ImmutableArray<string> words, Report report)
    {
        var index = words.IndexOf(text.Value);
        if (index < 0) report.Unknown(text.At, "unknown-word", text.Value, words);
        return index;
    }
}
