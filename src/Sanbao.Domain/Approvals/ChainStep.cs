using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Approvals;

/// <summary>
/// One step of the chain by which a kind of document is approved. One of the three says who decides: whoever has the role, a person, or
/// whoever may do a thing at all.
/// </summary>
public sealed record ChainStep
{
    public string? Role { get; init; }
    public Guid? Person { get; init; }
    public Permission? May { get; init; }

    public static ChainStep OfRole(string role) => new() { Role = role };

    public static ChainStep OfPerson(Guid person) => new() { Person = person };

    public static ChainStep OfWhoMay(Permission permission) => new() { May = permission };

    /// <summary>By the actor's own right, not by that of those whose deputy he is. An administrator may decide in any role.</summary>
    public bool IsFor(Actor actor) =>
        Person is { } person ? actor.Id == person
        : Role is { } role ? actor.Roles.Contains(role) || actor.Roles.Contains(Roles.Administrator)
        : May is { } permission && actor.May(permission);
}
