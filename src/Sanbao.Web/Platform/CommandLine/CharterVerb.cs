using System.Text;
using Sanbao.Charters;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary>
/// <c>charter check</c>: what is wrong with charter files, by file, line and column; nothing is stored. With a company's records named,
/// also what is wrong beside its charters: a version that is in use never changes.
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
        var errors = CharterLibrary.Check(files);
        if (errors.IsEmpty && (arguments.Has(Option.Data) || arguments.Has(Option.Database)))
        {
            await using var store = await CommandStore.OpenThereAsync(arguments);
            errors = store.Charters.Library.With(files).Errors;
        }
        foreach (var error in errors) Console.WriteLine(error.ToString(arguments.W.Chinese));
        var clean = errors.IsEmpty && files.Count == arguments.Operands.Count;
        if (clean) Console.WriteLine(arguments.W["cli.charter-check.clean", files.Count]);
        return clean ? Exit.Success : Exit.Failed;
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
