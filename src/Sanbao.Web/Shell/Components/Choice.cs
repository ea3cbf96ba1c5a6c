namespace Sanbao.Web.Shell.Components;

/// <summary>One entry of a select or a strip of choices.</summary>
public sealed record Choice(string Value, string Text)
{
    /// <summary>All values of a closed list, in its order, by their words.</summary>
    internal static Choice[] Of<TEnum>(Words words) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(v => new Choice(Kebab.Of(v), words.Say(v)))];
}
