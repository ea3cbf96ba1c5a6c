using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sanbao.Web.Tests.Structure;

/// <summary>One type naming another, anywhere: base, signature, attribute or method body. Member is null where only the type is
/// named.</summary>
internal sealed record Use(string UserSpace, string User, string UsedSpace, string Used, string? Member)
{
    public override string ToString() => $"{UserSpace}.{User} uses {UsedSpace}.{Used}{(Member is null ? "" : "." + Member)}";
}

/// <summary>
/// What an assembly says after compilation. Source would need every using and every qualified name to be understood; here nothing
/// hides, except constants, which the compiler copies.
/// </summary>
internal sealed class CompiledCode(ModuleDefinition module)
{
    public static CompiledCode Of(Assembly assembly) => new(ModuleDefinition.ReadModule(assembly.Location));

    public IEnumerable<string> References => module.AssemblyReferences.Select(a => a.Name);

    /// <summary>Every type of the root namespace and below it, nested and generated ones included.</summary>
    public IEnumerable<TypeDefinition> Types(string root) => module.GetTypes().Where(t => Within(Outermost(t).Namespace, root));

    /// <summary>Every use by a type of the root namespace, once each. Nested and generated types speak for the type around them.</summary>
    public IEnumerable<Use> Uses(string root) => Types(root).SelectMany(UsesBy).Distinct();

    public static bool Within(string space, string root) => space == root || space.StartsWith(root + ".", StringComparison.Ordinal);

    private static IEnumerable<Use> UsesBy(TypeDefinition type)
    {
        var user = Outermost(type);
        return from named in Naming.By(type)
               from part in Naming.Parts(named.Type).Index()
               let used = Outermost(part.Item)
               // The member belongs to the generic type, which comes first, and not to its arguments.
               select new Use(user.Namespace, user.Name, used.Namespace, used.Name, part.Index == 0 ? named.Member : null);
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } around ? Outermost(around) : type;
}

/// <summary>Finds the types that a type definition names.</summary>
internal static class Naming
{
    public static IEnumerable<(TypeReference Type, string? Member)> By(TypeDefinition type) =>
        [.. Shape(type).OfType<TypeReference>().Select(t => (t, (string?)null)), .. type.Methods.SelectMany(Body)];

    /// <summary>The definitions inside arrays, references and generic types.</summary>
    public static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        IModifierType modified => [.. Parts(modified.ElementType), .. Parts(modified.ModifierType)],
        TypeSpecification around => Parts(around.ElementType),
        _ => [type],
    };

    private static IEnumerable<TypeReference?> Shape(TypeDefinition type) =>
    [
        type.BaseType, .. type.Interfaces.Select(i => i.InterfaceType), .. Constraints(type), .. Attributes(type),
        .. type.Fields.SelectMany(f => Attributes(f).Append(f.FieldType)),
        .. type.Properties.SelectMany(Attributes), .. type.Events.SelectMany(Attributes),
        .. type.Methods.SelectMany(m => (IEnumerable<TypeReference?>)
            [m.ReturnType, .. m.Parameters.SelectMany(p => Attributes(p).Append(p.ParameterType)), .. Constraints(m), .. Attributes(m)]),
    ];

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider generic) =>
        generic.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(Mono.Cecil.ICustomAttributeProvider owner) =>
        owner.CustomAttributes.SelectMany(a =>
            a.ConstructorArguments.Select(v => v.Value).OfType<TypeReference>().Prepend(a.AttributeType));

    private static IEnumerable<(TypeReference, string?)> Body(MethodDefinition method) => !method.HasBody ? [] :
    [
        .. method.Body.Variables.Select(v => (v.VariableType, (string?)null)),
        .. method.Body.ExceptionHandlers.Where(h => h.CatchType is not null).Select(h => (h.CatchType, (string?)null)),
        .. method.Body.Instructions.SelectMany(Operand),
    ];

    private static IEnumerable<(TypeReference, string?)> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [(type, null)],
        FieldReference field => [(field.DeclaringType, field.Name), (field.FieldType, null)],
        GenericInstanceMethod call =>
            [(call.DeclaringType, call.Name), (call.ReturnType, null), .. call.GenericArguments.Select(a => (a, (string?)null))],
        MethodReference call => [(call.DeclaringType, call.Name), (call.ReturnType, null)],
        _ => [],
    };
}
