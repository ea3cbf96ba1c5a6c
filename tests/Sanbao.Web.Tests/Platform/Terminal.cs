using System.Text;
using Sanbao.Web.Features;
using Sanbao.Web.Platform.CommandLine;

namespace Sanbao.Web.Tests.Platform;

/// <summary>
/// What a verb says at a terminal, and the code it ends with. The language of the environment is one for the whole process: its tests
/// run one by one, beside all others.
/// </summary>
[CollectionDefinition(nameof(Terminal))]
public static class Terminal
{
    private static readonly OfTheFlow Output = new(Console.Out), Error = new(Console.Error);

    static Terminal()
    {
        Console.SetOut(Output);
        Console.SetError(Error);
    }

    public static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] typed)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (Output.Own, Error.Own) = (TextWriter.Synchronized(output), TextWriter.Synchronized(error));
        var exit = await CommandLine.Run(typed, AllVerbs.List);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>What a test began writes to that test; what others write goes where it always went.</summary>
    private sealed class OfTheFlow(TextWriter usual) : TextWriter
    {
        private readonly AsyncLocal<TextWriter?> own = new();

        public TextWriter Own { set => own.Value = value; }

        public override Encoding Encoding => usual.Encoding;

        public override void Write(char value) => (own.Value ?? usual).Write(value);

        public override void Write(string? value) => (own.Value ?? usual).Write(value);

        public override void Flush() => (own.Value ?? usual).Flush();
    }
}
