using System.Text.RegularExpressions;
using Sanbao.Data;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Texts;

/// <summary>
/// No text is kept that nobody says. A key stands in the source as it is, is that of an enumeration's value, or is put together from a
/// pattern that stands in the source and words that do.
/// </summary>
public sealed partial class UsedTextsTests
{
    private static readonly string Source = string.Join('\n', Repository.Sources()
        .Where(f => f.StartsWith(Repository.PathOf("src"), StringComparison.Ordinal)).Select(File.ReadAllText));

    private static readonly HashSet<string> Quoted = [.. Literal().Matches(Source).Select(m => m.Groups[1].Value)];

    private static readonly Type[] Enums =
    [
        typeof(DayOfWeek),
        .. new[] { typeof(Money), typeof(ServiceDb), typeof(Words) }.SelectMany(t => t.Assembly.GetTypes()).Where(t => t.IsEnum),
    ];

    private static readonly HashSet<string> OfEnums = [.. Enums.SelectMany(e => Enum.GetValues(e).Cast<Enum>()).Select(Kebab.KeyOf)];

    // What may stand in the gap of a pattern: words of the source, also as keys write them, values of enumerations, codes of charters.
    private static readonly HashSet<string> Parts =
    [
        .. Quoted, .. Quoted.Select(Kebab.Of), .. Quoted.Select(q => q.Replace(' ', '-')),
        .. Enums.SelectMany(e => Enum.GetNames(e)).Select(Kebab.Of), .. Enumerable.Range(400, 200).Select(status => $"{status}"),
        .. Directory.EnumerateFiles(Repository.PathOf("charters"), "*.yaml").SelectMany(f => Word().Matches(File.ReadAllText(f)))
            .Select(m => m.Value),
    ];

    private static readonly Regex[] Patterns =
    [
        .. from pattern in Interpolated().Matches(Source).Select(m => Gap().Replace(m.Groups[1].Value, "\0"))
            // Before or after a plus.
            .Concat(Quoted.Where(q => Beginning().IsMatch(q)).Select(q => q + '\0'))
            .Concat(Quoted.Where(q => Ending().IsMatch(q)).Select(q => '\0' + q))
            // How a fact of a line is told: name:words.
            .Concat(Quoted.Where(q => ToldAs().IsMatch(q)).Select(q => q[(q.IndexOf(':', StringComparison.Ordinal) + 1)..] + ".\0"))
            // Made by Verb.Text.
            .Concat(["\0.verb.\0", "\0.do.\0", "\0.done.\0"]).Distinct()
           where pattern.Contains('\0', StringComparison.Ordinal) && Telling().IsMatch(pattern)
           select new Regex($"^{string.Join("(.+)", pattern.Split('\0').Select(Regex.Escape))}$"),
    ];

    [Fact]
    public void Every_text_is_said_somewhere() => Dictionary.Entries.Keys.Where(key => !IsUsed(key)).Order().ShouldBeEmpty();

    [Theory, InlineData("request.verb.no-such-verb"), InlineData("sector.fishery-of-old"), InlineData("customer.nobody-says-this")]
    public void A_text_that_nobody_says_would_be_found(string planted) => IsUsed(planted).ShouldBeFalse();

    private static bool IsUsed(string key) => Quoted.Contains(key) || OfEnums.Contains(key) || Patterns.Any(p => Fits(p.Match(key)));

    private static bool Fits(Match match) => match.Success && match.Groups.Values.Skip(1).All(part => IsSaid(part.Value));

    // A text that is said with an ending of its own begins with one that is said too.
    private static bool IsSaid(string part) => Parts.Contains(part) || (Dictionary.Entries.ContainsKey(part) && IsUsed(part));

    // Also those that stand in an attribute that is in quotes itself.
    [GeneratedRegex("\"(?=([^\"\\n]{1,60})\")")]
    private static partial Regex Literal();

    [GeneratedRegex("""
        \$"(?=((?:[^"{}\\]|\{(?:[^{}"]|"[^"]*")*\})*)")
        """)]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9.-]*[.-]$")]
    private static partial Regex Beginning();

    [GeneratedRegex("^[a-z][a-zA-Z]*:[a-z][a-z-]*$")]
    private static partial Regex ToldAs();

    [GeneratedRegex("^-[a-z]+$")]
    private static partial Regex Ending();

    // A pattern of gaps and dots alone would fit everything.
    [GeneratedRegex(@"^(?=.*[a-z]{2})[\0a-zA-Z0-9.-]+$")]
    private static partial Regex Telling();

    [GeneratedRegex(@"[\w-]+")]
    private static partial Regex Word();
}
