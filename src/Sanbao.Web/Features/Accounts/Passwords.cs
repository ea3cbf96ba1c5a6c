using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Features.Accounts;

/// <summary>
/// What a password must be, and how it is kept (ASP.NET Core Identity's hash). Long rather than odd: length protects, forced signs only
/// end up on paper. Hashing takes a tenth of a second by design, so it is done outside the writer.
/// </summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher)
{
    public const int Shortest = 8, Longest = 100;
    private static readonly Account Nobody = new();

    // Without a look-alike of O, 0, I, l, 1: it is read aloud and typed.
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly string decoy = hasher.HashPassword(Nobody, "nobody's");

    /// <summary>Why it cannot be the account's password, as a text key; null: it can.</summary>
    public static string? WhyNot(string password, string login) =>
        password.Length < Shortest ? "password.too-short"
        : password.Length > Longest ? "password.too-long"
        : password.Distinct().Count() < 4 ? "password.too-plain"
        : login.Length > 0 && password.Contains(login, StringComparison.OrdinalIgnoreCase) ? "password.has-login"
        : null;

    public static void Check(FieldErrors errors, string field, string password, string login)
    {
        if (WhyNot(password, login) is { } why) errors.When(true, field, why, Shortest, Longest);
    }

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Takes as long for an account that is not there as for one that is, so that nobody finds out logins by the clock.</summary>
    public bool Fits(Account? account, string password)
    {
        var result = hasher.VerifyHashedPassword(Nobody, account?.PasswordHash ?? decoy, password);
        return account?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>To be handed over once and changed at the first sign-in.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, 12);

    public static string NewStamp() => RandomNumberGenerator.GetHexString(32);
}
