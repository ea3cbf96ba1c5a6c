using Microsoft.AspNetCore.Http.HttpResults;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Charters;

/// <summary>What the company promised: the charters in words and tables.</summary>
internal sealed class ChartersFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options) => services.AddSingleton<CharterBook>().AddScoped<AttachedCharters>();

    public override void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/charters").RequirePermission(Permission.ReadCharters);
        pages.MapGet("", List);
        pages.MapGet("/{code}", (string code, CharterBook book, TimeProvider time, Company company) => One(code, null, book, time, company));
        pages.MapGet("/{code}/{version:int}", One);
        var api = routes.Api.MapGroup("/charters").RequirePermission(Permission.ReadCharters);
        api.MapGet("/{code}/{version:int}/text", Text).WithSummary("The text of one version, as it was approved");
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Company, "charters.menu", "/charters", "gavel", Permission.ReadCharters, "g c")];

    private static RazorComponentResult List(CharterBook book, TimeProvider time, Company company) =>
        View.Of<CharterListPage>(new { Charters = book.Known(time.Today(company)), book.Usual });

    private static RazorComponentResult One(string code, int? version, CharterBook book, TimeProvider time, Company company)
    {
        var versions = book.VersionsOf(code);
        var today = time.Today(company);
        if (versions.IsEmpty) throw new NotFoundException();
        var shown = version is { } number
            ? versions.FirstOrDefault(v => v.Charter.Version == number) ?? throw new NotFoundException()
            : versions.Single(v => v.Charter.Version == book.Governing(code, today).Version);
        return View.Of<CharterPage>(new { Of = shown.Charter, Source = shown.Text, Versions = versions, Today = today });
    }

    private static IResult Text(string code, int version, CharterBook book) =>
        book.VersionsOf(code).FirstOrDefault(v => v.Charter.Version == version) is { } found
            ? Results.Text(found.Text, "application/yaml; charset=utf-8")
            : throw new NotFoundException();
}
