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

    /// <summary>How much was told so far: what was read between two equal counts is in order.</summary>
    public int Count => errors.Count;

    /// <summary>Open words that the author insists on although they look like known ones.</summary>
    public ImmutableHashSet<string> OwnWords { get; set; } = [];

    /// <summary>In the order of the text. After the first two hundred nobody reads on.</summary>
    public ImmutableArray<CharterError> Errors => [.. errors.OrderBy(e => e.Line).ThenBy(e => e.Column).Take(Most)];

    /// <summary>Notes an error. Always null, so that whoever was to make a node can leave with it.</summary>
    public Node? Fail(Place at, string code, params ReadOnlySpan<object> arguments) => FailMeaning(at, code, null, arguments);

    /// <param name="hint">What is meant; null: nobody can tell.</param>
    public Node? FailMeaning(Place at, string code, string? hint, params ReadOnlySpan<object> arguments)
    {
        errors.Add(new CharterError(file, at.Line, at.Column, Phrase.Of(code, arguments), hint));
        return null;
    }

    /// <summary>Notes a word that is not among the known ones, with the one of them that is meant as a hint.</summary>
    public void Unknown(Place at, string code, string word, IEnumerable<string> known)
    {
        var words = known.ToArray();
        FailMeaning(at, code, Nearest.Meant(word, words), word, string.Join(", ", words));
    }
}
