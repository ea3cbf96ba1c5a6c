using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// A business rule said no: a stable code (<c>request.not-answered</c>) and arguments. The words live in the resources;
/// over HTTP it becomes 409 with this code, in one place.
/// </summary>
public sealed record Refusal(string Code, params ImmutableArray<object> Arguments)
{
    /// <summary>Stops the command when a guard gave a reason; does nothing for null.</summary>
    public static void Throw(Refusal? why)
    {
        if (why is not null) throw new RefusedException(why);
    }
}

/// <summary>Carries a <see cref="Domain.Kernel.Refusal"/> from the guard to the one place that answers it.</summary>
/// <param name="changed">The document that somebody else changed meanwhile, which is why; null: another reason.</param>
public sealed class RefusedException(Refusal refusal, Guid? changed = null) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;

    public Guid? Changed { get; } = changed;
}
