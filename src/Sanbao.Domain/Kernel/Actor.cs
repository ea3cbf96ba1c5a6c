using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>Who acts: a signed-in person, a token or the system itself, with the permissions it acts under.</summary>
public sealed record Actor(Guid Id, string Name, ImmutableHashSet<string> Roles, ImmutableHashSet<Permission> Permissions)
{
    /// <summary>The product itself, for duties and imports. It may do everything and signs as such in the journal.</summary>
    public static Actor System { get; } = new(Guid.Empty, "system", ["system"], [.. Enum.GetValues<Permission>()]);

    public bool May(Permission permission) => Permissions.Contains(permission);
}
