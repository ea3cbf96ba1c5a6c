using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Charters.Calendar;

/// <summary>The company's own days off and days worked, for programs.</summary>
internal sealed class DaysApi(ServiceDb db, DeclareDays work, Once once, CharterShelf shelf)
{
    private const string Place = "/api/v1/company-days";

    public static void Map(RouteGroupBuilder api)
    {
        var days = api.MapGroup("/company-days").RequirePermission(Permission.ReadCharters).WithTags("charters");
        days.MapGet("", (DaysApi a, CancellationToken cancel) => a.List(cancel))
            .WithSummary("Days off and days worked that the company declared over the statutory calendar");
        days.MapGet("/{id:guid}", (Guid id, DaysApi a, CancellationToken cancel) => a.Get(id, cancel))
            .WithSummary("One entry, taken back or not");
        days.MapPost("", (PostedBody<DaysToDeclare> body, HttpContext http, DaysApi a) => a.Declare(body, http))
            .RequirePermission(Permission.EditCharters)
                .Takes<DaysToDeclare>("""{"from":"2030-05-02","until":"2030-05-04","worked":false,"note":"厂休"}""").Produces<DaysAnswer>(201)
            .WithSummary("Declare days off or worked; the deadlines of open requests are computed again");
        days.MapPost("/{id:guid}/withdraw", (Guid id, HttpContext http, DaysApi a) => a.Withdraw(id, http))
            .RequirePermission(Permission.EditCharters).Produces<DaysAnswer>()
            .WithSummary("Take an entry back; the deadlines of open requests are computed again");
    }

    private async Task<WholeListAnswer<DaysAnswer>> List(CancellationToken cancel) =>
        new([.. (await db.CompanyDays.AsNoTracking().Where(d => !d.Withdrawn).OrderBy(d => d.From).ThenBy(d => d.Id).ToListAsync(cancel))
            .Select(DaysAnswer.Of)]);

    private async Task<DaysAnswer> Get(Guid id, CancellationToken cancel) =>
        DaysAnswer.Of(await db.CompanyDays.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new NotFoundException());

    private async Task<IResult> Declare(PostedBody<DaysToDeclare> body, HttpContext http)
    {
        var answer = await once.MakeAsync(http, body.Bytes, Place, work.Declare(body.Value),
            DaysAnswer.Of);
        await shelf.ReadAsync(http.RequestAborted);
        return answer;
    }

    private async Task<IResult> Withdraw(Guid id, HttpContext http)
    {
        var answer = await once.ChangeAsync(http, default, work.Withdraw(id), DaysAnswer.Of);
        await shelf.ReadAsync(http.RequestAborted);
        return answer;
    }
}

/// <param name="Until">Inclusive, as <paramref name="From"/>.</param>
internal sealed record DaysAnswer(Guid Id, DateOnly From, DateOnly Until, bool Worked, string Note, bool Withdrawn)
{
    public static DaysAnswer Of(CompanyDays d) => new(d.Id, d.From, d.Until, d.Worked, d.Note, d.Withdrawn);
}
