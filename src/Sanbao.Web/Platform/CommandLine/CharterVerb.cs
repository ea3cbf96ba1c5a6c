using System.Text;
using Sanbao.Charters;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary><c>charter check</c>: what is wrong with charter files, by file, line and column; nothing is stored.</summary>
internal static class CharterVerb
{
    public static readonly Verb Check = new("charter check", "FILE...", [], Run);

    private static Task<int> Run(Arguments arguments)
    {
        var files = new List<SourceFile>();
        foreach (var path in arguments.Operands)
        {
            if (TryRead(path, arguments.W, out var text, out var problem)) files.Add(new(path, text));
            else Console.Error.WriteLine(problem);
        }
        var errors = CharterLibrary.Check(files);
        foreach (var error in errors) Console.WriteLine(error.ToString(arguments.W.Chinese));
        var clean = errors.IsEmpty && files.Count == arguments.Operands.Count;
        if (clean) Console.WriteLine(arguments.W["cli.charter-check.clean", files.Count]);
        return Task.FromResult(clean ? Exit.Success : Exit.Failed);
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
