using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Accounts;

/// <summary>One line of the list of tokens; never its hash.</summary>
public sealed record TokenLine(Guid Id, string Name, string Role, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>The keys by which programs act, for the administrator.</summary>
internal static class TokenRoutes
{
    public const string Place = "/tokens";
    private const int PageSize = 50;

    /// <summary>A token here belongs to nobody outside the company: one of a dealer or customer would see nothing.</summary>
    public static readonly string[] Roles = [.. Domain.Kernel.Roles.Codes.Where(r => r is not (Domain.Kernel.Roles.Dealer or Domain.Kernel.Roles.Customer))];

    public static void Map(RouteGroupBuilder pages)
    {
        var tokens = pages.MapGroup(Place).RequirePermission(Permission.Administer);
        tokens.MapGet("", List);
        tokens.MapPost("", Create);
        tokens.MapPost("/{id:guid}/revoke", Revoke);
    }

    private static Task<IResult> List(HttpContext http, ServiceDb db, TimeProvider time, string? after, string? before) =>
        ListAsync(http, db, time, ListCursor.Parse(after, before));

    private static Task<IResult> Create(HttpContext http, Actor actor, ServiceDb db, Writer writer, TimeProvider time) => PostForm.Handle(
        http,
        form => (Once: form.Id("once"), Name: form.NeededText("name", ApiToken.LongestName), Role: ReadRole(form)),
        async form =>
        {
            var now = time.Now();
            var (token, secret) = ApiToken.Create(form.Name, form.Role, now, actor, form.Once);
            if (!await writer.RunAsync(store => EditTokens.AddAsync(store, token, actor, now), http.RequestAborted)) return Done.To(Place, "token.made-already", form.Name);
            // Not by way of the next page: the secret would travel in an address or a cookie. Nothing between here and the screen keeps it: a
            // page with forms says no-store by itself.
            return View.Of<NewTokenPage>(new { token.Name, token.Role, Secret = secret });
        },
        () => ListAsync(http, db, time, null));

    private static Task<IResult> Revoke(HttpContext http, Guid id, Actor actor, ServiceDb db, Writer writer, KnownAccounts known, TimeProvider time) => PostForm.Handle(
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
        () => ListAsync(http, db, time, null));

    private static string ReadRole(FormReader form)
    {
        var role = form.NeededText("role", 50);
        if (role.Length > 0 && !Roles.Contains(role)) form.Wrong("role", "form.choice");
        return role;
    }

    private static async Task<IResult> ListAsync(HttpContext http, ServiceDb db, TimeProvider time, ListCursor? from)
    {
        var rows = await From(db.ApiTokens.AsNoTracking(), from).Take(PageSize + 1)
            .Select(t => new TokenLine(t.Id, t.Name, t.Role, t.CreatedAt, t.CreatedBy, t.LastUsedAt, t.RevokedAt)).ToListAsync(http.RequestAborted);
        var page = ListStretch<TokenLine>.Of(rows, PageSize, from, t => new("", t.Id));
        return View.Of<TokenListPage>(new
        {
            Tokens = page.Items, Once = Guid.CreateVersion7(time.Now()),
            Previous = ListCursor.Before(page.Previous, Place), Next = ListCursor.Behind(page.Next, Place),
        });
    }

    /// <summary>The latest first.</summary>
    private static IQueryable<ApiToken> From(IQueryable<ApiToken> all, ListCursor? from) => from switch
    {
        null => all.OrderByDescending(t => t.Id),
        { Backward: false } => all.Where(t => t.Id.CompareTo(from.Id) < 0).OrderByDescending(t => t.Id),
        { Backward: true } => all.Where(t => t.Id.CompareTo(from.Id) > 0).OrderBy(t => t.Id),
    };
}
