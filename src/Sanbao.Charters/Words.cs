using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Sanbao.Charters;

/// <summary>The words of the interface's closed lists, in kebab-case: <c>UserDesignated</c> is <c>user-designated</c>.</summary>
public static class Words
{
    /// <summary>All words of a list, in its order.</summary>
    public static ImmutableArray<string> All<T>() where T : struct, Enum => List<T>.Words;

    public static T? Find<T>(string word) where T : struct, Enum => List<T>.ByWord.TryGetValue(word, out var value) ? value : null;

    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }

    private static class List<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> ByWord = Enum.GetValues<T>().ToFrozenDictionary(Of);
        public static readonly ImmutableArray<string> Words = [.. Enum.GetValues<T>().Select(Of)];
    }
}
