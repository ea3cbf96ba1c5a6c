using System.Text.RegularExpressions;

namespace Sanbao.Domain.Tests.Charters;

/// <summary>The examples of the handbook are read by the reader, so that they cannot grow stale.</summary>
public partial class HandbookTests
{
    [Theory, InlineData("docs/charters.md"), InlineData("docs/zh/charters.md")]
    public void The_examples_of_the_handbook_make_one_charter_without_errors(string file)
    {
        var text = string.Concat(Example().Matches(File.ReadAllText(Repository.PathOf(file))).Select(m => m.Groups[1].Value));
        text.ShouldContain("closing:");
        Sample.Errors(text.Replace("mode: on-site}", "mode: on-site, region: province}")).Select(e => e.ToString()).ShouldBeEmpty();
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
