using System.Globalization;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary>Finds the verb, parses its options and runs it. Wrong usage is told on stderr with the usage text, exit code 2.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(string[] args, Verb[] verbs)
    {
        var words = Words.Of(LanguageOfTerminal());
        if (args is ["help" or "--help" or "-h" or "-?", ..]) return Usage.Print(Console.Out, verbs, words, Exit.Success);
        var (verb, rest) = Find(args, verbs);
        if (verb is null) return Wrong(words["cli.unknown-verb", string.Join(' ', args.TakeWhile(a => !a.StartsWith('-')))]);
        if (rest.Contains("--help")) return Usage.Print(Console.Out, [verb], words, Exit.Success);
        if (!TryParse(verb, rest, words, out var arguments, out var problem)) return Wrong(problem);
        try
        {
            return await verb.Run(arguments);
        }
        catch (Exception why)
        {
            Console.Error.WriteLine(Failure.Of(why, words));
            return Exit.Failed;
        }

        int Wrong(string problem)
        {
            Console.Error.WriteLine(problem);
            Console.Error.WriteLine();
            return Usage.Print(Console.Error, verb is null ? verbs : [verb], words, Exit.WrongUsage);
        }
    }

    /// <summary>The longest name that fits; the first verb of the table when no name is given at all.</summary>
    private static (Verb? Verb, string[] Typed) Find(string[] args, Verb[] verbs)
    {
        if (args.Length == 0 || args[0].StartsWith('-')) return (verbs[0], args);
        foreach (var verb in verbs.OrderByDescending(v => v.Name.Length))
        {
            var name = verb.Name.Split(' ');
            if (args.Take(name.Length).SequenceEqual(name)) return (verb, args[name.Length..]);
        }
        return (null, args);
    }

    private static bool TryParse(Verb verb, string[] rest, Words words, out Arguments arguments, out string problem)
    {
        var options = new Dictionary<string, string>();
        var operands = new List<string>();
        (arguments, problem) = (null!, "");
        for (var i = 0; i < rest.Length; i++)
        {
            if (!IsOption(rest[i])) { operands.Add(rest[i]); continue; }
            var (name, value) = Split(rest[i][2..]);
            if (Array.Find(verb.Options, o => o.Name == name) is not { } option)
                return Fails(words["cli.unknown-option", rest[i]], out problem);
            if (option.Value is null && value is not null) return Fails(words["cli.option-takes-none", $"--{name}"], out problem);
            if (option.Value is not null && value is null && i + 1 < rest.Length && !IsOption(rest[i + 1])) value = rest[++i];
            if (option.Value is not null && string.IsNullOrWhiteSpace(value))
                return Fails(words["cli.option-needs-value", $"--{name}"], out problem);
            options[name] = value ?? "";
        }
        var given = arguments = new Arguments(options, [.. operands], words);
        if (!Fits(verb.Operands, operands.Count))
            return Fails(verb.Operands is ""
                ? words["cli.no-operands", verb.Name, operands[0]] : words["cli.wrong-operands", verb.Name, verb.Operands], out problem);
        var wrong = verb.Options.Select(o => given[o] is { } value ? o.WhyNot?.Invoke(value) : null).FirstOrDefault(why => why is not null);
        return wrong is null || Fails(words.Say(wrong), out problem);
    }

    private static bool IsOption(string typed) => typed.StartsWith("--", StringComparison.Ordinal);

    private static (string Name, string? Value) Split(string option) =>
        option.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (option[..at], option[(at + 1)..]) : (option, null);

    /// <summary>Operands in brackets may be left out; a trailing <c>...</c> takes any further number.</summary>
    private static bool Fits(string operands, int count)
    {
        var names = operands.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var needed = names.Count(n => !n.StartsWith('['));
        return count >= needed && (operands.EndsWith("...", StringComparison.Ordinal) || count <= names.Length);
    }

    private static bool Fails(string message, out string problem)
    {
        problem = message;
        return false;
    }

    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private static Language LanguageOfTerminal()
    {
        var said = LocaleVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return said?.StartsWith("zh", true, CultureInfo.InvariantCulture) == true ? Language.Chinese : Language.English;
    }
}
