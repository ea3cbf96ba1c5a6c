using System.Collections.Frozen;
using System.Globalization;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Errors;

/// <summary>The words of every error, in both languages. {0}, {1}, ... are the arguments of the phrase.</summary>
internal static class ErrorTexts
{
    private static readonly FrozenDictionary<string, (string Zh, string En)> Texts =
        DocumentTexts.All.Concat(ValueTexts.All).Concat(MeaningTexts.All).ToFrozenDictionary(t => t.Code, t => (t.Zh, t.En));

    public static IEnumerable<string> Codes => Texts.Keys;

    public static string Of(Phrase says, bool chinese)
    {
        var (zh, en) = Texts[says.Code];
        return string.Format(CultureInfo.InvariantCulture, chinese ? zh : en, [.. says.Arguments]);
    }

    public static string DidYouMean(string word, bool chinese) => chinese ? $"是否应为“{word}”？" : $" Did you mean `{word}`?";
}
