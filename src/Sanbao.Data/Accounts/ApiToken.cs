using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Accounts;

/// <summary>A key by which a program acts. Only its hash is kept: whoever reads the database cannot use it.</summary>
public sealed class ApiToken
{
    public const int LongestName = 100;

    private ApiToken() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public ImmutableArray<string> Roles { get; private set; } = [];
    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";
    public Guid? DealerId { get; private set; }
    public Guid? CustomerId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>The administrator who made it; empty: whoever had the command line.</summary>
    public string CreatedBy { get; private set; } = "";
    /// <summary>To the hour, so that a busy program does not write at every call; null: never used.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>A new token and its secret, which is shown once.</summary>
    /// <param name="roles">It may what any of them may.</param>
    /// <param name="by">Null: the command line.</param>
    /// <param name="id">Chosen by the form, so that a form sent twice makes one token.</param>
    /// <param name="dealer">Whose records it sees, in the role of a dealer. Null: of a dealer of its own, so that it sees what came in by
    /// it.</param>
    /// <param name="customer">Whose records it sees, in the role of a customer.</param>
    public static (ApiToken Token, string Secret) Create(
        string name, ImmutableArray<string> roles, DateTimeOffset now,
        Actor? by = null, Guid? id = null, Guid? dealer = null, Guid? customer = null)
    {
        var errors = new FieldErrors();
        errors.Text(name, "name", LongestName, required: true);
        errors.KnownRoles(roles, "role");
        var (ofDealer, ofCustomer) = (roles.Contains(Domain.Kernel.Roles.Dealer), roles.Contains(Domain.Kernel.Roles.Customer));
        errors.When(dealer is not null && !ofDealer, "dealer", "token.not-of-role", Domain.Kernel.Roles.Dealer);
        errors.When(customer is not null && !ofCustomer, "customer", "token.not-of-role", Domain.Kernel.Roles.Customer);
        errors.Throw();
        var secret = "sb_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var own = id ?? Guid.CreateVersion7(now);
        var token = new ApiToken
        {
            Id = own, Name = name.Trim(), Roles = roles, Hash = HashOf(secret), CreatedAt = now, CreatedBy = by?.Name ?? "",
            DealerId = ofDealer ? dealer ?? own : null, CustomerId = ofCustomer ? customer : null,
        };
        return (token, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Its customer's record became part of another one.</summary>
    public void FollowCustomer(Guid into) => CustomerId = into;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    public Actor ToActor() => new(Id, Name, [.. Roles], Domain.Kernel.Roles.PermissionsOf(Roles))
    {
        Dealer = DealerId, Customer = CustomerId,
    };
}
