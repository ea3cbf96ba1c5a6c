using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Sanbao.Ahead;

/// <summary>
/// A method as a line of text: its type, its name, its signature and the types it is made for, with tabs between. A type is written
/// beginning with its kind, as <see cref="ProfileBlobs"/> reads it.
/// </summary>
internal static class MethodLine
{
    public const int Tabs = 3;

    private static readonly Dictionary<Module, MetadataReader?> Readers = [];

    /// <summary>Null of a method that no library holds, or whose signature has pointers to functions.</summary>
    public static string? Of(MethodBase method)
    {
        if (method.DeclaringType is not { } type || MetadataOf(method.Module) is not { } metadata) return null;
        var definition = metadata.GetMethodDefinition((MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken));
        var signature = definition.DecodeSignature(new SignatureText(type.Assembly.GetName().Name!), null);
        var made = method.IsGenericMethod ? string.Concat(method.GetGenericArguments().Select(TypeText)) : "";
        var line = string.Join('\t', TypeText(type), method.Name, Text(signature), made);
        return line.Contains(SignatureText.Unspeakable, StringComparison.Ordinal) ? null : line;
    }

    private static string Text(MethodSignature<string> signature) => string.Create(CultureInfo.InvariantCulture,
        $"{signature.Header.RawValue};{signature.GenericParameterCount};{signature.ParameterTypes.Length};{signature.ReturnType}{string.Concat(signature.ParameterTypes)}");

    private static string TypeText(Type type)
    {
        if (type.IsFunctionPointer || type.IsGenericParameter) return SignatureText.Unspeakable;
        if (type.IsSZArray) return "[" + TypeText(type.GetElementType()!);
        if (type.IsArray) return $"A{type.GetArrayRank()};{TypeText(type.GetElementType()!)}";
        if (type.IsByRef) return "&" + TypeText(type.GetElementType()!);
        if (type.IsPointer) return "*" + TypeText(type.GetElementType()!);
        if (Kinds.OfRuntime.TryGetValue(type, out var kind)) return kind.ToString();
        var named = SignatureText.Named(type.IsValueType, type.Assembly.GetName().Name!, FullName(type));
        return type.IsGenericType ? $"G{type.GetGenericArguments().Length};{named}{string.Concat(type.GetGenericArguments().Select(TypeText))}" : named;
    }

    private static string FullName(Type type) => type.DeclaringType is { } outer
        ? FullName(outer) + "/" + type.Name
        : string.IsNullOrEmpty(type.Namespace) ? type.Name : type.Namespace + "." + type.Name;

    private static unsafe MetadataReader? MetadataOf(Module module)
    {
        if (Readers.TryGetValue(module, out var known)) return known;
        var holds = !module.Assembly.IsDynamic && module.Assembly != typeof(MethodLine).Assembly && module.Assembly.TryGetRawMetadata(out var start, out var length)
            ? new MetadataReader(start, length)
            : null;
        return Readers[module] = holds;
    }
}
