using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Features.Accounts;

/// <summary>What an administrator says about a user.</summary>
/// <param name="Dealer">Whose person it is, in the role of a dealer. Null: of a dealer of its own, so that it sees what came in by
/// it.</param>
/// <param name="Customer">Whose person it is, in the role of a customer.</param>
internal sealed partial record AccountDraft(
    string Login, string Name, ImmutableArray<string> Roles, bool Disabled = false, Guid? Dealer = null, Guid? Customer = null)
{
    public const int LongestLogin = 50, LongestName = 50;

    /// <summary>In the order of the page: the first that is wrong gets the cursor.</summary>
    public static AccountDraft Read(FormReader form, ImmutableArray<string> roles, bool disabled = false)
    {
        var name = form.NeededText("name", LongestName);
        return new(form.NeededText("login", LongestLogin), name, roles, disabled);
    }

    public void Check(FieldErrors errors)
    {
        errors.Text(Login, "login", LongestLogin, required: true);
        errors.When(Login.Length > 0 && !LoginShape().IsMatch(Login), "login", "user.login-shape");
        errors.Text(Name, "name", LongestName, required: true);
        errors.KnownRoles(Roles, "roles");
        CheckWhose(errors);
    }

    /// <summary>Whoever is no person of the company sees the records of one dealer or customer, and has no role beside.</summary>
    private void CheckWhose(FieldErrors errors)
    {
        var (dealer, customer) = (Domain.Kernel.Roles.Dealer, Domain.Kernel.Roles.Customer);
        errors.When(Roles.Length > 1 && !Domain.Kernel.Roles.AreOfCompany(Roles), "roles", "user.outside-alone");
        errors.When(Roles.Contains(customer) && Customer is null, "roles", "user.whose-customer");
        errors.When(Dealer is not null && !Roles.Contains(dealer), "dealer", "token.not-of-role", dealer);
        errors.When(Customer is not null && !Roles.Contains(customer), "customer", "token.not-of-role", customer);
    }

    /// <summary>Whose person somebody is stays with his role.</summary>
    public AccountDraft Of(Account account) => this with
    {
        Dealer = Roles.Contains(Domain.Kernel.Roles.Dealer) ? account.DealerId : null,
        Customer = Roles.Contains(Domain.Kernel.Roles.Customer) ? account.CustomerId : null,
    };

    public void ApplyTo(Account account)
    {
        (account.UserName, account.NormalizedUserName) = (Login, AccountQueries.Normalized(Login));
        (account.DisplayName, account.Roles, account.Disabled) = (Name, Roles, Disabled);
        (account.DealerId, account.CustomerId) =
            (Roles.Contains(Domain.Kernel.Roles.Dealer) ? Dealer ?? account.Id : null, Customer);
    }

    // Chinese letters may stand in a login, blanks may not.
    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}._@-]*$")]
    private static partial Regex LoginShape();
}
