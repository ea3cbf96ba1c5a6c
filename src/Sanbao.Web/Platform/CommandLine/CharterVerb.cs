using System.Collections.Immutable;
using System.Text;
using Sanbao.Charters;
using Sanbao.Charters.Errors;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary>
/// <c>charter check</c>: what is wrong with charter files, by file, line and column; nothing is stored. With a company's records named they
/// are read beside its charters instead of the shipped ones: its laws are known, and a version that is in use never changes.
/// </summary>
internal static class CharterVerb
{
    public static readonly Verb Check = new("charter check", "FILE...", [Option.Data, Option.Database], Run);

    private static async Task<int> Run(Arguments arguments)
    {
        var files = new List<SourceFile>();
        foreach (var path in arguments.Operands)
        {
            if (TryRead(path, arguments.W, out var text, out var problem)) files.Add(new(path, text));
            else Console.Error.WriteLine(problem);
        }
        var beside = arguments.Has(Option.Data) || arguments.Has(Option.Database);
        var errors = beside ? await CheckBesideAsync(arguments, files) : CharterLibrary.Check(files);
        foreach (var error in errors) Console.WriteLine(error.ToString(arguments.W.Chinese));
        var clean = errors.IsEmpty && files.Count == arguments.Operands.Count;
        if (clean) Console.WriteLine(arguments.W["cli.charter-check.clean", files.Count]);
        return clean ? Exit.Success : Exit.Failed;
    }

    private static async Task<ImmutableArray<CharterError>> CheckBesideAsync(Arguments arguments, List<SourceFile> files)
    {
        await using var store = await CommandStore.OpenThereAsync(arguments);
        return store.Charters.Library.With(files).Errors;
    }

    private static bool TryRead(string path, Words words, out string text, out string problem)
    {
        (text, problem) = ("", "");
        try
        {
            text = File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return true;
        }
        catch (DecoderFallbackException)
        {
            problem = words["cli.charter-check.not-utf8", path];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = words["cli.charter-check.cannot-read", path, e.Message];
        }
        return false;
    }
}
