using System.Collections.Concurrent;
using System.Text.Json;

namespace Sanbao.Web.Texts;

/// <summary>How the interface writes names of closed lists: <c>UserDesignated</c> is <c>user-designated</c>.</summary>
internal static class Kebab
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Of(Enum value) => Known.GetOrAdd(value, static v => Of(v.ToString()));

    public static string Of(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    /// <summary>The value of that name, exactly as the interface writes it; null for anything else, numbers included.</summary>
    public static TEnum? Parse<TEnum>(string? name) where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
            if (Of(value) == name) return value;
        return null;
    }

    /// <summary>All names of the list, for messages and documents.</summary>
    public static string[] Names(Type type) => [.. Enum.GetValues(type).Cast<Enum>().Select(Of)];
}
