using Sanbao.Data;
using Sanbao.Web.Platform.Duties;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Due;

/// <summary>What is due: the board, the alarm that lets deadlines speak, and the notices in which people hear it.</summary>
internal sealed class DueFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton<DeadlineAlarm>();
        services.AddScoped<NoticeList>().AddScoped<DueList>();
        services.AddDuty<FireDeadlines>(FireDeadlines.Cron);
        services.AddSingleton<NoticeEnd>();
        services.AddDuty<ForgetNotices>(ForgetNotices.Cron);
    }

    public override void Map(Routes routes)
    {
        routes.Pages.MapGet("/due", ShowAsync).RequirePermission(Permission.ReadRequests);
        var list = routes.Pages.MapGroup(DueList.Place).RequirePermission(Permission.ReadRequests);
        list.MapGet("", async (HttpContext http, DueList due) => View.Of<DueListPage>(new { List = await due.ShowAsync(http) }));
        list.MapGet("/export", (HttpContext http, DueList due) => due.SendAsync(http));
        NoticeRoutes.Map(routes.Pages);
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Daily, "due.menu", "/due", "alarm", Permission.ReadRequests, "g d", OnPhone: true)];

    private static async Task<IResult> ShowAsync(
        string? scope, ServiceDb db, Actor actor, TimeProvider time, Company company, CancellationToken cancel)
    {
        var now = time.Now();
        var whose = Kebab.Parse<DueScope>(scope) ?? DueScope.Mine;
        // Nobody who came without saying what he wants looks at an empty board while the company is late.
        if (scope is null && await DueBoard.CountAsync(db, DueScope.Mine, actor, DateTimeOffset.UnixEpoch, Instant.Never, cancel) == 0)
            whose = DueScope.Company;
        return View.Of<DuePage>(new
        {
            Scope = whose,
            Sections = await DueBoard.ReadAsync(db, whose, actor, now, company.Zone, cancel),
            Hours = await HourLoad.ReadAsync(db, whose, actor, now, company.Zone, cancel),
        });
    }
}
