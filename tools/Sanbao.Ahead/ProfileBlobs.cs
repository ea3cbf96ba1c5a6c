using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Sanbao.Ahead;

/// <summary>Reads the text of <see cref="MethodLine"/> and writes what it names into a profile's metadata, each thing once.</summary>
internal sealed class ProfileBlobs(MetadataBuilder metadata)
{
    private readonly Dictionary<string, EntityHandle> libraries = [];
    private readonly Dictionary<string, EntityHandle> types = [];
    private readonly Dictionary<string, EntityHandle> methods = [];

    public EntityHandle Method(string line)
    {
        var parts = line.Split('\t');
        if (parts is not [var type, var name, var signature, var made]) throw new FormatException($"Not a method: {line}");
        var key = string.Join('\t', type, name, signature);
        if (!methods.TryGetValue(key, out var method))
        {
            methods[key] = method = metadata.AddMemberReference(Type(type), metadata.GetOrAddString(name), metadata.GetOrAddBlob(Signature(signature)));
        }
        if (made.Length == 0) return method;
        var arguments = new BlobBuilder();
        var encoded = new BlobBuilder();
        var count = 0;
        for (var at = 0; at < made.Length; count++) Encode(made, ref at, arguments);
        encoded.WriteByte((byte)SignatureKind.MethodSpecification);
        encoded.WriteCompressedInteger(count);
        encoded.LinkSuffix(arguments);
        return metadata.AddMethodSpecification(method, metadata.GetOrAddBlob(encoded));
    }

    /// <summary>The libraries that a line names in its type and in what it is made for, the one that holds the method first.</summary>
    public static IEnumerable<string> Libraries(string line)
    {
        var parts = line.Split('\t');
        var text = parts[0] + parts[3];
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            var library = text[(at + 1)..text.IndexOf('|', at)];
            if (library != SignatureText.LibraryOfAny) yield return library;
        }
    }

    private BlobBuilder Signature(string text)
    {
        var at = 0;
        var blob = new BlobBuilder();
        blob.WriteByte((byte)Number(text, ref at));
        var generic = Number(text, ref at);
        if (generic > 0) blob.WriteCompressedInteger(generic);
        var parameters = Number(text, ref at);
        blob.WriteCompressedInteger(parameters);
        for (var i = 0; i <= parameters; i++) Encode(text, ref at, blob);
        return blob;
    }

    private EntityHandle Type(string text)
    {
        if (types.TryGetValue(text, out var known)) return known;
        if (text[0] is 'K' or 'W')
        {
            var at = 1;
            return types[text] = Named(text, ref at);
        }
        var blob = new BlobBuilder();
        var from = 0;
        Encode(text, ref from, blob);
        return types[text] = metadata.AddTypeSpecification(metadata.GetOrAddBlob(blob));
    }

    private void Encode(string text, ref int at, BlobBuilder blob)
    {
        var kind = text[at++];
        switch (kind)
        {
            case 'K' or 'W':
                blob.WriteByte((byte)(kind == 'K' ? SignatureTypeKind.Class : SignatureTypeKind.ValueType));
                blob.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(Named(text, ref at)));
                break;
            case 'G':
                var arguments = Number(text, ref at);
                blob.WriteByte((byte)SignatureTypeCode.GenericTypeInstance);
                Encode(text, ref at, blob);
                blob.WriteCompressedInteger(arguments);
                for (var i = 0; i < arguments; i++) Encode(text, ref at, blob);
                break;
            case '[':
                blob.WriteByte((byte)SignatureTypeCode.SZArray);
                Encode(text, ref at, blob);
                break;
            case 'A':
                var rank = Number(text, ref at);
                blob.WriteByte((byte)SignatureTypeCode.Array);
                Encode(text, ref at, blob);
                blob.WriteCompressedInteger(rank);
                blob.WriteCompressedInteger(0);
                blob.WriteCompressedInteger(0);
                break;
            case '&' or '*':
                blob.WriteByte((byte)(kind == '&' ? SignatureTypeCode.ByReference : SignatureTypeCode.Pointer));
                Encode(text, ref at, blob);
                break;
            case 'T' or 'M':
                blob.WriteByte((byte)(kind == 'T' ? SignatureTypeCode.GenericTypeParameter : SignatureTypeCode.GenericMethodParameter));
                blob.WriteCompressedInteger(Number(text, ref at));
                break;
            case 'Q' or 'q':
                blob.WriteByte((byte)(kind == 'Q' ? SignatureTypeCode.RequiredModifier : SignatureTypeCode.OptionalModifier));
                at++;
                blob.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(Named(text, ref at)));
                Encode(text, ref at, blob);
                break;
            default:
                blob.WriteByte(Kinds.Codes[kind]);
                break;
        }
    }

    private EntityHandle Named(string text, ref int at)
    {
        var end = text.IndexOf('}', at);
        var named = text[(at + 1)..end].Split('|');
        at = end + 1;
        return Named(named[0], named[1]);
    }

    private EntityHandle Named(string library, string name)
    {
        var key = library + "|" + name;
        if (types.TryGetValue(key, out var known)) return known;
        var inner = name.LastIndexOf('/');
        if (inner >= 0) return types[key] = metadata.AddTypeReference(Named(library, name[..inner]), default, metadata.GetOrAddString(name[(inner + 1)..]));
        var dot = name.LastIndexOf('.');
        return types[key] = metadata.AddTypeReference(Library(library),
            dot < 0 ? default : metadata.GetOrAddString(name[..dot]), metadata.GetOrAddString(name[(dot + 1)..]));
    }

    private EntityHandle Library(string name) => libraries.TryGetValue(name, out var known)
        ? known
        : libraries[name] = metadata.AddAssemblyReference(metadata.GetOrAddString(name), new Version(0, 0, 0, 0), default, default, default, default);

    private static int Number(string text, ref int at)
    {
        var end = text.IndexOf(';', at);
        var number = int.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture);
        at = end + 1;
        return number;
    }
}
