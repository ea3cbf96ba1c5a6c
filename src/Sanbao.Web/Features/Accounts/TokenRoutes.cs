using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Accounts;

/// <summary>The keys by which programs act, for the administrator.</summary>
internal static class TokenRoutes
{
    public const string Place = "/tokens";

    /// <summary>A token here belongs to nobody outside the company: one of a dealer or customer would see nothing.</summary>
    public static readonly string[] Roles =
        [.. Domain.Kernel.Roles.Codes.Where(r => r is not (Domain.Kernel.Roles.Dealer or Domain.Kernel.Roles.Customer))];

    public static void Map(RouteGroupBuilder pages)
    {
        var tokens = pages.MapGroup(Place).RequirePermission(Permission.Administer);
        tokens.MapGet("", ShowAsync);
        tokens.MapGet("/export", (HttpContext http, TokenList list) => list.SendAsync(http));
        tokens.MapPost("", Create);
        tokens.MapPost("/{id:guid}/revoke", Revoke);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, TokenList list, TimeProvider time) =>
        View.Of<TokenListPage>(new { List = await list.ShowAsync(http), Once = Guid.CreateVersion7(time.Now()) });

    private static Task<IResult> Create(HttpContext http, Actor actor, TokenList list, Writer writer, TimeProvider time) => PostForm.Handle(
        http,
        form => (Once: form.Id("once"), Name: form.NeededText("name", ApiToken.LongestName), Role: ReadRole(form)),
        async form =>
        {
            var now = time.Now();
            var (token, secret) = ApiToken.Create(form.Name, [form.Role], now, actor, form.Once);
            if (!await writer.RunAsync(store => EditTokens.AddAsync(store, token, actor, now), http.RequestAborted))
                return Done.To(Place, "token.made-already", form.Name);
            // Not by way of the next page: the secret would travel in an address or a cookie. Nothing between here and the screen keeps it:
            // a page with forms says no-store by itself.
            return View.Of<NewTokenPage>(new { token.Name, Roles = token.Roles, Secret = secret });
        },
        () => ShowAsync(http, list, time));

    private static Task<IResult> Revoke(HttpContext http, Guid id, Actor actor, TokenList list, Writer writer, KnownAccounts known,
        TimeProvider time) => PostForm.Handle(
        http,
        _ => true,
        async _ =>
        {
            var token = await writer.RunAsync(async store =>
            {
                var found = await store.ApiTokens.SingleOrDefaultAsync(t => t.Id == id) ?? throw new NotFoundException();
                await EditTokens.RevokeAsync(store, found, actor, time.Now());
                return found;
            }, http.RequestAborted);
            known.ForgetToken(token.Hash);
            return Done.To(Place, "token.is-revoked", token.Name);
        },
        () => ShowAsync(http, list, time));

    private static string ReadRole(FormReader form)
    {
        var role = form.NeededText("role", 50);
        if (role.Length > 0 && !Roles.Contains(role)) form.Wrong("role", "form.choice");
        return role;
    }
}
