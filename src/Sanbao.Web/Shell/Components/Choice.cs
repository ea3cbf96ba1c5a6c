namespace Sanbao.Web.Shell.Components;

/// <summary>One entry of a select or a strip of choices.</summary>
public sealed record Choice(string Value, string Text)
{
    /// <summary>How a Chinese name in it is typed on a Latin keyboard; null: there is none.</summary>
    internal string? Typed => string.Join(' ', Sanbao.Data.Search.Pinyin.Words(Text)) is { Length: > 0 } words ? words : null;

    /// <summary>All values of a closed list, in its order, by their words.</summary>
    internal static Choice[] Of<TEnum>(Words words) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(v => new Choice(Kebab.Of(v), words.Say(v)))];
}
