using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Sanbao.Charters;

/// <summary>The words of the interface's closed lists, in kebab-case: <c>UserDesignated</c> is <c>user-designated</c>.</summary>
public static class Words
{
    /// <summary>All words of a list, in its order.</summary>
    public static ImmutableArray<string> All<T>() where T : struct, Enum => Its<T>.Words.All;

    public static T? Find<T>(string word) where T : struct, Enum => (T?)Its<T>.Words.ByWord.GetValueOrDefault(word);

    public static string Of<T>(T value) where T : struct, Enum => Written(value);

    private static string Written(Enum value)
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

    private static class Its<T> where T : struct, Enum
    {
        public static readonly List Words = new(typeof(T));
    }

    // One code for all lists: collections of each list's own type are compiled anew for each, while the program starts.
    private sealed class List(Type list)
    {
        public ImmutableArray<string> All { get; } = [.. Enum.GetValues(list).Cast<Enum>().Select(Written)];
        public FrozenDictionary<string, Enum> ByWord { get; } = Enum.GetValues(list).Cast<Enum>().ToFrozenDictionary(Written);
    }
}
