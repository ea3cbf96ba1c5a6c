using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// What a person typed at one field cannot be so: the field's name as in the interface (camelCase, e.g. <c>delivered</c>), a stable
/// code and arguments. The words live in the resources; over HTTP it becomes 422, at its field.
/// </summary>
public sealed record FieldError(string Field, string Code, params ImmutableArray<object> Arguments);

/// <summary>Collects field errors, so that a person sees all of them at once.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> found = [];

    public IReadOnlyList<FieldError> Found => found;

    /// <summary>Notes the error when <paramref name="wrong"/>.</summary>
    public void When(bool wrong, string field, string code, params ReadOnlySpan<object> arguments)
    {
        if (wrong) found.Add(new(field, code, [.. arguments]));
    }

    /// <summary>A text that must stand there, so that people see it, and may have at most so many UTF-16 units.</summary>
    public void Text(string? text, string field, int longest, bool required = false)
    {
        When(required && TextKey.Shown(text).Length == 0, field, "field.required");
        When(text?.Length > longest, field, "field.too-long", longest);
    }

    /// <summary>A day that is given must be a date: neither another system's placeholder for "not known" nor one before 1950.</summary>
    public void Day(DateOnly? day, string field) => When(day is { } given && NoDate.Is(given), field, "date.none", day ?? default);

    /// <summary>Stops the command when any error was found.</summary>
    public void Throw()
    {
        if (found.Count > 0) throw new FieldErrorsException([.. found]);
    }
}

/// <summary>Carries field errors to the one place that answers them.</summary>
public sealed class FieldErrorsException(ImmutableArray<FieldError> errors)
    : Exception(string.Join(", ", errors.Select(e => $"{e.Field}: {e.Code}")))
{
    public ImmutableArray<FieldError> Errors { get; } = errors;
}
