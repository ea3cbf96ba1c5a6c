using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// Something said without words yet: a stable code and its arguments. The words live in the resources of both
/// languages, so that a decision can be stored once and read in either (docs/decisions/0007).
/// Arguments are dates, lengths of time, numbers, <see cref="Money"/>, <see cref="Bilingual"/>, <see cref="Word"/> or strings.
/// </summary>
public readonly record struct Phrase
{
    private readonly Spoken? spoken;

    private Phrase(string code, Spoken? spoken) => (Code, this.spoken) = (code, spoken);

    public string Code { get; }

    /// <summary>Made anew each time, from the values as they were given.</summary>
    public ImmutableArray<object> Arguments => spoken?.AsObjects() ?? [];

    public static Phrase Of(string code) => new(code, null);

    public static Phrase Of<T1>(string code, T1 first) => new(code, new Spoken<ValueTuple<T1>>(new(first)));

    public static Phrase Of<T1, T2>(string code, T1 first, T2 second) => new(code, new Spoken<(T1, T2)>((first, second)));

    public static Phrase Of<T1, T2, T3>(string code, T1 first, T2 second, T3 third) =>
        new(code, new Spoken<(T1, T2, T3)>((first, second, third)));

    public static Phrase Of<T1, T2, T3, T4>(string code, T1 first, T2 second, T3 third, T4 fourth) =>
        new(code, new Spoken<(T1, T2, T3, T4)>((first, second, third, fourth)));

    /// <summary>A phrase of arguments that were collected.</summary>
    public static Phrase Of(string code, params ReadOnlySpan<object> arguments) => new(code, new Listed([.. arguments]));

    // Without it an array would be taken for one argument.
    public static Phrase Of(string code, object[] arguments) => Of(code, arguments.AsSpan());

    public bool Equals(Phrase other) => Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Code, Arguments.Length);
}

/// <summary>A word of the glossary that has a text of its own in both languages, e.g. <c>cause.misuse</c>.</summary>
/// <param name="Else">What is said where the resources have no such word: a name that a charter made up.</param>
public readonly record struct Word(string Key, string? Else = null);
