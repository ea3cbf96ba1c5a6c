using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// Something said without words yet: a stable code and its arguments. The words live in the resources of both
/// languages, so that a decision can be stored once and read in either (decision 1).
/// Arguments are dates, numbers, <see cref="Money"/>, <see cref="Bilingual"/>, <see cref="Word"/> or strings.
/// </summary>
public readonly record struct Phrase(string Code, ImmutableArray<object> Arguments)
{
    public static Phrase Of(string code, params ReadOnlySpan<object> arguments) => new(code, ImmutableCollectionsMarshal.AsImmutableArray(arguments.ToArray()));

    public bool Equals(Phrase other) =>
        Code == other.Code && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan(), EqualityComparer<object>.Default);

    public override int GetHashCode() => HashCode.Combine(Code, Arguments.IsDefault ? 0 : Arguments.Length);
}

/// <summary>A word of the glossary that has a text of its own in both languages, e.g. <c>cause.misuse</c>.</summary>
/// <param name="Else">What is said where the resources have no such word: a name that a charter made up.</param>
public readonly record struct Word(string Key, string? Else = null);
