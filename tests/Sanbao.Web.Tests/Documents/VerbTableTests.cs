using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Tests.Documents;

/// <summary>What a kind of document offers is what its machine knows.</summary>
public class VerbTableTests
{
    [Fact]
    public void Every_verb_of_a_kind_stands_in_its_table_of_statuses_and_has_its_words()
    {
        var kind = RequestKind.Of;
        kind.Verbs.Select(v => v.Name).Order().ShouldBe(ServiceRequest.Machine.Verbs.Order());
        foreach (var verb in kind.Verbs)
            foreach (var words in Words(verb).Select(w => verb.Text(kind.Kind, w.Word, w.More)))
                Sanbao.Web.Texts.Dictionary.Entries.ShouldContainKey(words);
    }

    // Files are said to be kept in the words of papers.
    private static IEnumerable<(string Word, string More)> Words(Verb verb) =>
        new[] { ("verb", ""), ("verb", "-about"), ("do", ""), ("done", "") }.Take(verb.TakesFiles ? 3 : 4);
}
