using Sanbao.Web.Features;
using Sanbao.Web.Platform.CommandLine;

namespace Sanbao.Web.Tests.Platform;

/// <summary>What a verb says at a terminal, and the code it ends with. The console is one for the whole process: its tests run one by
/// one.</summary>
[CollectionDefinition(nameof(Terminal), DisableParallelization = true)]
public static class Terminal
{
    public static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] typed)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var (before, beforeError) = (Console.Out, Console.Error);
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            var exit = await CommandLine.Run(typed, AllVerbs.List);
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeError);
        }
    }
}
