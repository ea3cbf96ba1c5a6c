using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>Who acts: a signed-in person, a token or the system itself, with the permissions it acts under.</summary>
public sealed record Actor(Guid Id, string Name, ImmutableHashSet<string> Roles, ImmutableHashSet<Permission> Permissions)
{
    /// <summary>The product itself, for duties and imports. It may do everything and signs as such in the journal.</summary>
    public static Actor System { get; } = new(Guid.Empty, "system", ["system"], [.. Enum.GetValues<Permission>()]);

    /// <summary>The dealer for whom the actor acts; sees that dealer's records only. Null: the company's own people.</summary>
    public Guid? Dealer { get; init; }

    /// <summary>The customer for whom the actor acts; sees that customer's records only. Null: the company's own people.</summary>
    public Guid? Customer { get; init; }

    /// <summary>Those in whose place he decides today, with the rights that they have (<see cref="Approvals.Deputy"/>).</summary>
    public ImmutableArray<Actor> DeputyFor { get; init; } = [];

    /// <summary>Neither a dealer's nor a customer's person: sees the whole company's records.</summary>
    public bool SeesCompany => Kernel.Roles.AreOfCompany(Roles);

    /// <summary>The dealer or customer for whom the actor acts; empty: the company.</summary>
    public Guid OnBehalfOf => SeesCompany ? Guid.Empty : Dealer ?? Customer ?? Guid.Empty;

    /// <summary>Whose records alone the actor sees; both null: the whole company's.</summary>
    public (Guid? Dealer, Guid? Customer) Scope => SeesCompany ? (null, null) : (Dealer, Dealer is null ? Customer : null);

    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>The same to decide: by his own right, or by that of one in whose place he decides. Whose turn it is says the
    /// document.</summary>
    public bool MayDecide(Permission permission) => May(permission) || DeputyFor.Any(other => other.May(permission));
}
