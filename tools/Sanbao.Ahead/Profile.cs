using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Sanbao.Ahead;

/// <param name="Line">As <see cref="MethodLine"/> writes it.</param>
/// <param name="Processes">How many processes called it: what all of them call is put together in the image.</param>
internal sealed record CalledMethod(string Line, int Processes);

/// <summary>
/// A profile (.mibc) of the runtime's compiler: a library, zipped, whose global method <c>AssemblyDictionary</c> names groups of methods by
/// the libraries that they need; the code of each group loads a token for each method, and its weight. The same methods give the same file.
/// </summary>
internal sealed class Profile
{
    private readonly MetadataBuilder metadata = new();
    private readonly ProfileBlobs blobs;
    private readonly BlobBuilder code = new();
    private readonly MethodBodyStreamEncoder bodies;
    private readonly BlobHandle nothing;

    private Profile(string name)
    {
        blobs = new(metadata);
        bodies = new(code);
        metadata.AddModule(0, metadata.GetOrAddString(name), metadata.GetOrAddGuid(Guid.Empty), default, default);
        metadata.AddAssembly(metadata.GetOrAddString(name), new Version(0, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature().Parameters(0, r => r.Void(), _ => { });
        nothing = metadata.GetOrAddBlob(signature);
    }

    public static async Task WriteAsync(IEnumerable<CalledMethod> called, string file)
    {
        var name = Path.GetFileName(file);
        var library = new Profile(name).Library(called);
        File.Delete(file);
        await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create);
        var entry = zip.CreateEntry(name + ".dll", CompressionLevel.SmallestSize);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await using var content = await entry.OpenAsync();
        library.WriteContentTo(content);
    }

    private BlobBuilder Library(IEnumerable<CalledMethod> called)
    {
        var dictionary = new InstructionEncoder(new BlobBuilder());
        var groups = called.GroupBy(m => string.Join(';', ProfileBlobs.Libraries(m.Line).Distinct())).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var (number, group) in groups.Index())
        {
            dictionary.LoadString(metadata.GetOrAddUserString(group.Key + ";"));
            dictionary.OpCode(ILOpCode.Ldtoken);
            dictionary.Token(Global("Group" + number, Code(group)));
            dictionary.OpCode(ILOpCode.Pop);
        }
        Global("AssemblyDictionary", dictionary);
        var library = new BlobBuilder();
        new ManagedPEBuilder(new PEHeaderBuilder(), new MetadataRootBuilder(metadata), code, deterministicIdProvider: _ => new BlobContentId(Guid.Empty, 0)).Serialize(library);
        return library;
    }

    private InstructionEncoder Code(IEnumerable<CalledMethod> group)
    {
        var il = new InstructionEncoder(new BlobBuilder());
        foreach (var method in group)
        {
            il.OpCode(ILOpCode.Ldtoken);
            il.Token(blobs.Method(method.Line));
            il.LoadString(metadata.GetOrAddUserString("ExclusiveWeight"));
            il.LoadConstantI4(method.Processes);
            il.OpCode(ILOpCode.Pop);
        }
        return il;
    }

    private MethodDefinitionHandle Global(string name, InstructionEncoder il) => metadata.AddMethodDefinition(
        MethodAttributes.Public | MethodAttributes.Static, MethodImplAttributes.IL, metadata.GetOrAddString(name), nothing, bodies.AddMethodBody(il, maxStack: 2), default);
}
