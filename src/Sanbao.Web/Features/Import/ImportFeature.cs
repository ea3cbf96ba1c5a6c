using Microsoft.AspNetCore.Mvc;
using Sanbao.Web.Features.Import.Jobs;
using Sanbao.Web.Features.Import.Page;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Import;

/// <summary>Customers, units and request history from files (B6): sent, looked at, imported.</summary>
internal sealed class ImportFeature : Feature
{
    /// <summary>In bytes; above it the server does not even read on.</summary>
    private const long LargestPost = ImportDesk.LargestFile + 8 * 1024 * 1024;

    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddTellings(ImportJournal.Tellings);
        services.AddSingleton<HeldImports>();
        services.AddSingleton<ImportWork>();
        services.AddHostedService(s => s.GetRequiredService<ImportWork>());
        services.AddScoped<TakeFile>();
        services.AddScoped<ImportDesk>();
    }

    public override void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/import").RequirePermission(Permission.ImportData);
        pages.MapGet("", (ImportDesk desk) => desk.Start());
        pages.MapPost("", (HttpContext http, ImportDesk desk) => desk.Send(http))
            .WithMetadata(new RequestSizeLimitAttribute(LargestPost),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestPost });
        pages.MapGet("/{id:guid}", (Guid id, ImportDesk desk) => desk.Show(id));
        pages.MapPost("/{id:guid}/columns", (HttpContext http, Guid id, ImportDesk desk) => desk.ChooseColumns(http, id));
        pages.MapPost("/{id:guid}/header", (HttpContext http, Guid id, ImportDesk desk) => desk.ChooseHeader(http, id));
        pages.MapPost("/{id:guid}/run", (HttpContext http, Guid id, ImportDesk desk) => desk.Run(http, id));
        pages.MapPost("/{id:guid}/discard", (HttpContext http, Guid id, ImportDesk desk) => desk.Discard(http, id));
        pages.MapGet("/{id:guid}/errors.csv", ErrorList.Get);
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Company, "import.menu", "/import", "file-import", Permission.ImportData, "g i")];
}
