using Sanbao.Data;
using Sanbao.Web.Features.Charters.Attaching;
using Sanbao.Web.Features.Charters.Calendar;
using Sanbao.Web.Features.Charters.Changes;
using Sanbao.Web.Features.Charters.Print;
using Sanbao.Web.Features.Charters.Reading;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Charters;

/// <summary>What the company promised: the charters in words and tables, their changes, for whom they are, and the company's own
/// days.</summary>
internal sealed class ChartersFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddTellings(CharterTellings.All);
        services.AddEditable((db, _) => db.CharterChanges.AsQueryable()).AddEditable((db, _) => db.AttachedCharters.AsQueryable())
            .AddEditable((db, _) => db.CompanyDays.AsQueryable());
        services.AddSingleton<CharterBook>().AddSingleton<GoverningCharters>()
            .AddScoped<ChangeCharter>().AddScoped<ChangePages>().AddScoped<ChangeList>()
            .AddScoped<AttachCharter>().AddScoped<AttachPages>().AddScoped<AttachedList>().AddScoped<Tester>()
        .AddScoped<DeclareDays>().AddScoped<DaysPages>().AddScoped<DaysApi>();
    }

    public override void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/charters").RequirePermission(Permission.ReadCharters);
        pages.MapGet("", List);
        pages.MapGet(
            "/{code}", (string code, CharterBook book, ServiceDb db, Actor actor, TimeProvider time, Company company,
            CancellationToken cancel) =>
            One(code, null, book, db, actor, time, company, cancel));
        pages.MapGet("/{code}/{version:int}", One);
        pages.MapGet("/{code}/{version:int}/print", Print);
        ChangePages.Map(routes);
        AttachPages.Map(routes.Pages.MapGroup("/attached-charters").RequirePermission(Permission.EditCharters));
        DaysPages.Map(routes.Pages.MapGroup("/company-days").RequirePermission(Permission.ReadCharters));
        CharterApi.Map(routes.Api);
        DaysApi.Map(routes.Api);
    }

    public override IReadOnlyList<DocumentPlace> Places =>
    [
        new("charter-change", (_, id) => $"/charter-changes/{id}"),
        new("attached-charter", (_, id) => $"/attached-charters/{id}"),
        new("company-days", (_, _) => "/company-days"),
    ];

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Company, "charters.menu", "/charters", "gavel", Permission.ReadCharters, "g c")];

    private static async Task<IResult> List(CharterBook book, ServiceDb db, Actor actor, TimeProvider time, Company company,
        CancellationToken cancel) =>
        View.Of<CharterListPage>(new
        {
            Charters = book.Known(time.Today(company)), book.Usual,
            Drafts = actor.May(Permission.EditCharters)
                ? (await ChangeQueries.LatestAsync(db, null, cancel)).Where(c => c.DecidedAt is null).ToList()
                : [],
        });

    private static async Task<IResult> One(
        string code, int? version, CharterBook book, ServiceDb db, Actor actor, TimeProvider time, Company company,
        CancellationToken cancel) =>
        View.Of<CharterPage>(new { View = await CharterView.LoadAsync(book, db, actor, code, version, time.Today(company), cancel) });

    private static async Task<IResult> Print(
        string code, int version, CharterBook book, ServiceDb db, Actor actor, TimeProvider time, Company company,
        CancellationToken cancel) =>
        View.Of<CharterPrint>(new { View = await CharterView.LoadAsync(book, db, actor, code, version, time.Today(company), cancel) });
}
