using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Accounts;

/// <summary>A person who can sign in.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>How the person signs in the journal.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Codes of <see cref="Domain.Kernel.Roles"/>.</summary>
    public ImmutableArray<string> Roles { get; set; } = [];

    /// <summary>The dealer or customer whose person this is; null: the company's own.</summary>
    public Guid? DealerId { get; set; }
    public Guid? CustomerId { get; set; }

    /// <summary>zh-Hans or en.</summary>
    public string Language { get; set; } = "zh-Hans";
    public bool Disabled { get; set; }
    /// <summary>Must choose a password of its own at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    public Actor ToActor() => new(Id, DisplayName, [.. Roles], Domain.Kernel.Roles.PermissionsOf(Roles))
    {
        Dealer = DealerId,
        Customer = CustomerId,
    };
}
