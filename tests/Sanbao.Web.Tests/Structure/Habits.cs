using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Sanbao.Web.Tests.Structure;

/// <summary>Habits of the house that can be read from compiled types.</summary>
internal static partial class Habits
{
    /// <summary>Names that say nothing about the business.</summary>
    public static IEnumerable<string> EmptyNames(IEnumerable<TypeDefinition> types) =>
        types.Where(t => EmptyWord().IsMatch(t.Name)).Select(t => t.FullName);

    /// <summary>Interfaces of ours that fewer than two of our types implement: a second name for one thing.</summary>
    public static IEnumerable<string> LonelyInterfaces(IEnumerable<TypeDefinition> types)
    {
        var implemented = types.SelectMany(t => t.Interfaces.Select(i => (Type: t.FullName, Interface: i.InterfaceType.GetElementType().FullName)))
            .Distinct().ToLookup(i => i.Interface, i => i.Type);
        return types.Where(t => t.IsInterface && implemented[t.FullName].Count() < 2).Select(t => t.FullName);
    }

    /// <summary>Types that the whole world may use. Razor makes its components public; the compiler does so with Program.</summary>
    public static IEnumerable<string> Exposed(IEnumerable<TypeDefinition> types) =>
        types.Where(t => t.IsPublic && t.Name != "Program" && !IsComponent(t)).Select(t => t.FullName);

    private static bool IsComponent(TypeDefinition type) =>
        type.Interfaces.Any(i => i.InterfaceType.FullName == "Microsoft.AspNetCore.Components.IComponent")
        || type.BaseType is { } parent && (parent.FullName.StartsWith("Microsoft.AspNetCore.Components.", StringComparison.Ordinal)
            || parent is TypeDefinition ours && IsComponent(ours));

    [GeneratedRegex("(Manager|Helper|Util|Info|Impl|Dto)(s|ity|ities)?(?![a-z])")]
    private static partial Regex EmptyWord();
}
