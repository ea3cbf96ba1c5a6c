using Sanbao.Domain.Charters;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>The warranty classes to choose from: those the charter tells apart, the usual ones, and what is stored already.</summary>
internal static class ComponentClasses
{
    private static readonly string[] Common = ["structure", "electrical", "shell", "packaging", "wear", "metering-pump", "motor"];

    public static Choice[] Of(Charter charter, Words words, params IEnumerable<string?> stored) =>
    [
        .. AskedFacts.ComponentsOf(charter).Concat(Common).Concat(stored).OfType<string>().Where(c => c.Length > 0).Distinct()
            .Select(c => new Choice(c, words.OfClass(c))),
    ];

    /// <summary>电气件; a class that only a charter of the company knows is its own name.</summary>
    public static string OfClass(this Words words, string code) =>
        code.Length == 0 ? "" : words.Say(new Word($"component-class.{code}", code));
}
