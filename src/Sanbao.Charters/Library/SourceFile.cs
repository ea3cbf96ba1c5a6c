using Sanbao.Charters.Errors;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters;

/// <summary>A charter's text and the name under which its errors are told.</summary>
public sealed record SourceFile(string Name, string Text);

/// <summary>One version of a charter: the compiled record and the text it was made of, byte for byte what was hashed.</summary>
public sealed record CharterVersion(Charter Charter, string Text, string File);

/// <summary>What a text would be as the next version of its charter.</summary>
/// <param name="Charter">Null: something is wrong.</param>
/// <param name="Latest">The highest version known so far; null: it would be the first, or the text names no charter.</param>
public sealed record CharterProposal(Charter? Charter, Charter? Latest, System.Collections.Immutable.ImmutableArray<CharterError> Errors);

/// <summary>What came of adding files: the library with them, or the old one and what is wrong.</summary>
public sealed record LibraryReading(CharterLibrary Library, System.Collections.Immutable.ImmutableArray<CharterError> Errors)
{
    public bool Clean => Errors.IsEmpty;
}
