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
        var implemented =
            types.SelectMany(t => t.Interfaces.Select(i => (Type: t.FullName, Interface: i.InterfaceType.GetElementType().FullName)))
            .Distinct().ToLookup(i => i.Interface, i => i.Type);
        return types.Where(t => t.IsInterface && implemented[t.FullName].Count() < 2).Select(t => t.FullName);
    }

    /// <summary>
    /// Types that the whole world may use. Razor makes its components public, and therefore what is handed to one must be, too; the
    /// compilers make Program and _Imports public.
    /// </summary>
    public static IEnumerable<string> Exposed(IEnumerable<TypeDefinition> types)
    {
        var all = types.ToList();
        var handed = HandedTo(all.Where(IsComponent));
        return all.Where(t => t.IsPublic && t.Name is not ("Program" or "_Imports") && !IsComponent(t) && !handed.Contains(t.FullName))
            .Select(t => t.FullName);
    }

    /// <summary>The types of the components' properties, and the types of theirs.</summary>
    private static HashSet<string> HandedTo(IEnumerable<TypeDefinition> components)
    {
        var handed = new HashSet<string>();
        var left = new Queue<TypeReference>(components.SelectMany(c => c.Properties).Select(p => p.PropertyType));
        while (left.TryDequeue(out var type))
        {
            if (type is GenericInstanceType generic) foreach (var argument in generic.GenericArguments) left.Enqueue(argument);
            if (type is TypeSpecification { ElementType: var element }) left.Enqueue(element);
            if (type is not TypeDefinition ours || !handed.Add(ours.FullName)) continue;
            foreach (var property in ours.Properties) left.Enqueue(property.PropertyType);
        }
        return handed;
    }

    private static bool IsComponent(TypeDefinition type) =>
        type.Interfaces.Any(i => i.InterfaceType.FullName == "Microsoft.AspNetCore.Components.IComponent")
        || type.BaseType is { } parent && (parent.FullName.StartsWith("Microsoft.AspNetCore.Components.", StringComparison.Ordinal)
            || parent is TypeDefinition ours && IsComponent(ours));

    [GeneratedRegex("(Manager|Helper|Util|Info|Impl|Dto)(s|ity|ities)?(?![a-z])")]
    private static partial Regex EmptyWord();
}
