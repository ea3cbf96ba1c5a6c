namespace Sanbao.Domain.Kernel;

/// <summary>A name that a person gave in both languages of the product, e.g. in a charter. Chinese is the first.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>The name in the asked language; <paramref name="chinese"/> false means English.</summary>
    public string In(bool chinese) => chinese ? Zh : En;
}
