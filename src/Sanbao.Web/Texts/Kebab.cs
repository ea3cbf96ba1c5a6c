using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace Sanbao.Web.Texts;

/// <summary>How the interface writes names of closed lists: <c>UserDesignated</c> is <c>user-designated</c>.</summary>
internal static class Kebab
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new(), Keys = new();

    private static class Named<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<string, TEnum> Values = Enum.GetValues<TEnum>().Distinct().ToFrozenDictionary(v => Of(v));
    }

    public static string Of(Enum value) => Known.GetOrAdd(value, static v => Of(v.ToString()));

    public static string Of(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    /// <summary>The value of that name, exactly as the interface writes it; null for anything else, numbers included.</summary>
    public static TEnum? Parse<TEnum>(string? name) where TEnum : struct, Enum =>
        name is not null && Named<TEnum>.Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>The same for a list that is known at run time only.</summary>
    public static Enum? Parse(Type list, string? name) => Enum.GetValues(list).Cast<Enum>().FirstOrDefault(value => Of(value) == name);

    /// <summary>The key of the text for a value: <c>cause.human-damage</c>.</summary>
    public static string KeyOf(Enum value) => Keys.GetOrAdd(value, static v => $"{Of(v.GetType().Name)}.{Of(v)}");

    /// <summary>All names of the list, for messages and documents.</summary>
    public static string[] Names(Type type) => [.. Enum.GetValues(type).Cast<Enum>().Select(Of)];
}
