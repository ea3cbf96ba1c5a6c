using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sanbao.Charters;
using Sanbao.Charters.Phrases;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Charters;

/// <summary>
/// The examples of the handbook are read by the reader, and its lists are those of the language, so that they cannot grow stale.
/// </summary>
public partial class HandbookTests
{
    /// <summary>The lists in the order in which the handbook has them.</summary>
    private static readonly ImmutableArray<string>[] Lists =
    [
        Words.All<EventKind>(), Words.All<UnitDate>(), Words.All<Cause>(), Words.All<PromiseCode>(), Words.All<RequestCategory>(),
        Words.All<Channel>(), Words.All<ServiceMode>(), Words.All<Zone>(), Words.All<Priority>(), Words.All<PauseParty>(),
        Words.All<Source>(), Words.All<ContractParty>(), Words.All<UsageKind>(), Words.All<Remedy>(), Words.All<RightGround>(),
        Words.All<LineKind>(), Words.All<Payer>(), Words.All<Basis>(), Words.All<ClosingNeed>(), Words.All<ReasonCode>(),
        Names.Sectors, Names.Components, Names.Lines, Names.Evidence,
    ];

    [Theory, InlineData("docs/charters.md"), InlineData("docs/zh/charters.md")]
    public void The_examples_of_the_handbook_make_one_charter_without_errors(string file)
    {
        var text = string.Concat(Example().Matches(File.ReadAllText(Repository.PathOf(file))).Select(m => m.Groups[1].Value));
        text.ShouldContain("closing:");
        Sample.Errors(text.Replace("mode: on-site}", "mode: on-site, region: province}")).Select(e => e.ToString()).ShouldBeEmpty();
    }

    [Theory, InlineData("docs/charters.md", "## All words"), InlineData("docs/zh/charters.md", "## 全部用词")]
    public void The_handbook_lists_every_word_of_the_language_and_none_too_many(string file, string heading)
    {
        var page = File.ReadAllText(Repository.PathOf(file));
        var section = page[page.IndexOf(heading, StringComparison.Ordinal)..].Split("\n\n")[2];
        var rows = section.Split('\n').Skip(2).Select(row => Quoted().Matches(row).Select(m => m.Groups[1].Value).ToArray()).ToArray();
        rows.Length.ShouldBe(Lists.Length);
        foreach (var (row, list) in rows.Zip(Lists)) row.ShouldBe(list);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
