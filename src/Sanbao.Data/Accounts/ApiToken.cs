using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Accounts;

/// <summary>A key by which a program acts. Only its hash is kept: whoever reads the database cannot use it.</summary>
public sealed class ApiToken
{
    private ApiToken() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Role { get; private set; } = "";
    /// <summary>SHA-256 of the token, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";
    public Guid? DealerId { get; private set; }
    public Guid? CustomerId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>A new token and its secret, which is shown once.</summary>
    public static (ApiToken Token, string Secret) Create(string name, string role, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.Text(name, "name", 100, required: true);
        errors.When(!Roles.Exists(role), "role", "field.unknown", role);
        errors.Throw();
        var secret = "sb_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new ApiToken { Id = Guid.CreateVersion7(now), Name = name.Trim(), Role = role, Hash = HashOf(secret), CreatedAt = now }, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    public Actor ToActor() => new(Id, Name, [Role], Roles.PermissionsOf([Role])) { Dealer = DealerId, Customer = CustomerId };
}
