namespace Sanbao.Web.Platform.CommandLine;

/// <summary>The usage text: one line a verb, its options below, aligned.</summary>
internal static class Usage
{
    public static int Print(TextWriter to, Verb[] verbs, Words words, int exit)
    {
        to.WriteLine(words["cli.usage"]);
        foreach (var verb in verbs)
        {
            to.WriteLine();
            to.WriteLine($"  {verb.Name} {verb.Operands}".TrimEnd());
            to.WriteLine($"      {words[$"cli.{verb.Name.Replace(' ', '-')}.about"]}");
            foreach (var option in verb.Options) to.WriteLine(Line(option, words));
        }
        return exit;
    }

    private static string Line(Option option, Words words)
    {
        var typed = $"--{option.Name} {option.Value}".TrimEnd();
        var variable = option.Environment is null ? "" : $" [{option.Environment}]";
        return $"      {typed,-22} {words[$"cli.option.{option.Name}"]}{variable}";
    }
}
