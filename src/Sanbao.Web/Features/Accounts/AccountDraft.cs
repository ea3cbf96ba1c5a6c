using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Features.Accounts;

/// <summary>What an administrator says about a user.</summary>
internal sealed partial record AccountDraft(string Login, string Name, ImmutableArray<string> Roles, bool Disabled = false)
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
    }

    public void ApplyTo(Account account)
    {
        (account.UserName, account.NormalizedUserName) = (Login, AccountQueries.Normalized(Login));
        (account.DisplayName, account.Roles, account.Disabled) = (Name, Roles, Disabled);
    }

    // Chinese letters may stand in a login, blanks may not.
    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}._@-]*$")]
    private static partial Regex LoginShape();
}
