using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Sanbao.Ahead;

/// <summary>A signature as a library has it, written as text.</summary>
internal sealed class SignatureText(string library) : ISignatureTypeProvider<string, object?>
{
    /// <summary>Stands for what is not written down.</summary>
    public const string Unspeakable = "\u0001";

    /// <summary>What stands for any reference type in code that serves all of them; the compiler knows it by a library of its own.</summary>
    private const string Any = "System.__Canon";

    public const string LibraryOfAny = "System.Private.Canon";

    public static string Named(bool value, string library, string name) =>
        (value ? "W{" : "K{") + (name == Any ? LibraryOfAny : library) + "|" + name + "}";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Named(rawTypeKind == (byte)SignatureTypeKind.ValueType, library, FullName(reader, handle));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var (from, name) = FullName(reader, handle);
        return Named(rawTypeKind == (byte)SignatureTypeKind.ValueType, from, name);
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => Kinds.OfSignature[typeCode].ToString();

    public string GetSZArrayType(string elementType) => "[" + elementType;

    public string GetArrayType(string elementType, ArrayShape shape) => $"A{shape.Rank};{elementType}";

    public string GetByReferenceType(string elementType) => "&" + elementType;

    public string GetPointerType(string elementType) => "*" + elementType;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"G{typeArguments.Length};{genericType}{string.Concat(typeArguments)}";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"T{index};";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"M{index};";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => (isRequired ? "Q" : "q") + modifier + unmodifiedType;

    public string GetPinnedType(string elementType) => Unspeakable;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Unspeakable;

    private static string FullName(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? FullName(reader, outer) + "/" + name : InNamespace(reader, type.Namespace, name);
    }

    private (string Library, string Name) FullName(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        switch (type.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                var outer = FullName(reader, (TypeReferenceHandle)type.ResolutionScope);
                return (outer.Library, outer.Name + "/" + name);
            case HandleKind.AssemblyReference:
                return (reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name), InNamespace(reader, type.Namespace, name));
            default:
                return (library, InNamespace(reader, type.Namespace, name));
        }
    }

    private static string InNamespace(MetadataReader reader, StringHandle space, string name) =>
        space.IsNil ? name : reader.GetString(space) + "." + name;
}
