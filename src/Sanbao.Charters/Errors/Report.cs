using System.Collections.Immutable;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Errors;

/// <summary>Collects everything that is wrong in one file.</summary>
internal sealed class Report(string file)
{
    private const int Most = 200;
    private readonly List<CharterError> errors = [];

    public bool Clean => errors.Count == 0;

    /// <summary>In the order of the text. After the first two hundred nobody reads on.</summary>
    public ImmutableArray<CharterError> Errors => [.. errors.OrderBy(e => e.Line).ThenBy(e => e.Column).Take(Most)];

    /// <summary>Notes an error. Always null, so that whoever was to make a node can leave with it.</summary>
    public Node? Fail(Place at, string code, params ReadOnlySpan<object> arguments)
    {
        errors.Add(new CharterError(file, at.Line, at.Column, Phrase.Of(code, arguments)));
        return null;
    }

    /// <summary>Notes a word that is not among the known ones, with the nearest of them as a hint.</summary>
    public void Unknown(Place at, string code, string word, IEnumerable<string> known)
    {
        var words = known.ToArray();
        var says = Phrase.Of(code, word, string.Join(", ", words));
        errors.Add(new CharterError(file, at.Line, at.Column, says, Nearest.Of(word, words)));
    }
}
