using System.Text.RegularExpressions;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Texts;

public partial class DictionaryTests
{
    private static readonly string Source = Repository.PathOf("src");

    [Fact]
    public void Every_text_is_there_in_both_languages() =>
        Dictionary.Entries.Where(e => string.IsNullOrWhiteSpace(e.Value.Zh) || string.IsNullOrWhiteSpace(e.Value.En)).ShouldBeEmpty();

    [Fact]
    public void Both_languages_say_the_same_arguments() =>
        Dictionary.Entries.Where(e => !Arguments(e.Value.Zh).SetEquals(Arguments(e.Value.En))).Select(e => e.Key).ShouldBeEmpty();

    [Fact]
    public void Chinese_texts_contain_no_half_width_punctuation_between_characters() =>
        Dictionary.Entries.Where(e => HalfWidth().IsMatch(e.Value.Zh)).Select(e => $"{e.Key}: {e.Value.Zh}").ShouldBeEmpty();

    [Fact]
    public void Every_key_that_a_page_or_the_program_names_exists() => Unknown(KeysUsed()).ShouldBeEmpty();

    [Fact]
    public void A_key_that_does_not_exist_would_be_found() => Unknown([("planted.razor", "no.such-key")]).ShouldHaveSingleItem();

    private static IEnumerable<string> Unknown(IEnumerable<(string File, string Key)> used) =>
        used.Where(u => !Dictionary.Entries.ContainsKey(u.Key)).Select(u => $"{u.File}: {u.Key}").Distinct();

    [Fact]
    public void Everything_the_rules_say_has_words() => Unknown(Said("Phrase.Of(\"", "Refusal(\"")).ShouldBeEmpty();

    private static IEnumerable<(string File, string Key)> KeysUsed() =>
        from file in Files()
        from Match match in KeyInSource().Matches(File.ReadAllText(file))
        select (Path.GetFileName(file), match.Groups[1].Value);

    private static IEnumerable<(string File, string Key)> Said(params string[] before) =>
        from file in Files()
        let text = File.ReadAllText(file)
        from start in before
        from Match match in Regex.Matches(text, Regex.Escape(start) + "([^\"]+)\"")
        select (Path.GetFileName(file), match.Groups[1].Value);

    private static IEnumerable<string> Files() =>
        from file in Directory.EnumerateFiles(Source, "*.*", SearchOption.AllDirectories)
        where (file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            && !file.Contains("node_modules", StringComparison.Ordinal)
        select file;

    private static HashSet<string> Arguments(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)[:}]")]
    private static partial Regex Placeholder();

    // W["key"], words["key", ...]; keys put together with $"..." are not literals and are checked where they are made.
    [GeneratedRegex("""\b(?:W|[wW]ords)\["([a-z0-9][a-zA-Z0-9.-]*)"[,\]]""")]
    private static partial Regex KeyInSource();

    [GeneratedRegex(@"[一-鿿][,;:?!][一-鿿]")]
    private static partial Regex HalfWidth();
}
