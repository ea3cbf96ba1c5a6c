using System.Collections.Immutable;

namespace Sanbao.Web.Platform.Errors;

/// <summary>What is wrong with an input, said at its field. Over HTTP 422 with <c>errors</c>; on a page the form again.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<Phrase>> byField = [];

    public bool Any => byField.Count > 0;

    public IReadOnlyDictionary<string, List<Phrase>> ByField => byField;

    public void Add(string field, Phrase what)
    {
        if (!byField.TryGetValue(field, out var list)) byField[field] = list = [];
        list.Add(what);
    }

    public void Add(string field, string code, params ReadOnlySpan<object> arguments) => Add(field, Phrase.Of(code, arguments));

    public void AddAll(FieldErrors others)
    {
        foreach (var (field, list) in others.byField)
            foreach (var what in list) Add(field, what);
    }

    public ImmutableArray<Phrase> Of(string field) => byField.TryGetValue(field, out var list) ? [.. list] : [];

    /// <summary>Stops here when anything was added.</summary>
    public void ThrowIfAny()
    {
        if (Any) throw new InvalidInputException(this);
    }
}

/// <summary>Carries <see cref="FieldErrors"/> to the one place that answers them.</summary>
internal sealed class InvalidInputException(FieldErrors errors) : Exception(string.Join(", ", errors.ByField.Keys))
{
    public InvalidInputException(string field, string code, params ReadOnlySpan<object> arguments) : this(One(field, Phrase.Of(code, arguments))) { }

    public FieldErrors Errors { get; } = errors;

    private static FieldErrors One(string field, Phrase what)
    {
        var errors = new FieldErrors();
        errors.Add(field, what);
        return errors;
    }
}

/// <summary>What was asked for is not there, or not for this actor: 404 in both cases.</summary>
internal sealed class NotFoundException() : Exception("not found");
