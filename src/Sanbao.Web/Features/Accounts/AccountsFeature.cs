using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Accounts;

/// <summary>Who may sign in, and as what.</summary>
internal sealed class AccountsFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddTellings(AccountTellings.All);
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignIn>();
        services.AddScoped<AccountList>();
        services.AddScoped<TokenList>();
        services.AddSingleton<WrongTries>();
        services.AddScoped<PasswordDesk>();
        services.AddScoped<UserDesk>();
        services.AddHostedService<OpenDemo>();
        services.AddSingleton(new UserMenuItem("password.menu", PasswordFirst.Path, "key"));
        services.AddSingleton(new UserMenuItem("sign-out.menu", "/sign-out", "logout", Posts: true));
        services.AddSingleton(new UserMenuItem("sign-in.menu", AccountCookie.SignInPath, "login", SignedIn: false));
    }

    public override void Map(Routes routes)
    {
        var open = routes.Pages.MapGroup("").AllowAnonymous();
        open.MapGet(AccountCookie.SignInPath, SignInRoutes.Page);
        open.MapPost(AccountCookie.SignInPath, SignInRoutes.Post);
        open.MapPost("/sign-out", SignInRoutes.SignOut);
        PasswordDesk.Map(routes.Pages.MapGroup(PasswordFirst.Path).RequireSignIn());
        UserDesk.Map(routes.Pages);
        TokenRoutes.Map(routes.Pages);
    }

    public override IReadOnlyList<MenuItem> Menu =>
    [
        new(MenuGroup.Company, "users.menu", "/users", "users", Permission.Administer, "g a"),
        new(MenuGroup.Company, "tokens.menu", TokenRoutes.Place, "key", Permission.Administer, "g t"),
    ];
}
