using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Accounts;

internal static class AccountTellings
{
    public static readonly Dictionary<string, Telling> All = new()
    {
        ["user.created"] = new("user", Title: ["login", "name", "roles:role"]),
        ["user.changed"] = new("user", Title: ["login", "name", "roles:role", "disabled?word.yes/word.no"]),
        ["user.password-changed"] = new("user", Title: ["login"]),
        ["user.password-reset"] = new("user", Title: ["login"]),
        ["token.created"] = new("key", Title: ["name", "roles:role"]),
        ["token.revoked"] = new("key", Title: ["name", "roles:role"]),
    };
}
