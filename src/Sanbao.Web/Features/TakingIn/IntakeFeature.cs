using Microsoft.AspNetCore.Mvc;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>Taking a call: one screen, keyboard only (D1-D4).</summary>
internal sealed class IntakeFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddScoped<IntakeDesk>();
        services.AddScoped<TakeCall>();
        services.AddScoped<CallPhotos>();
    }

    public override void Map(Routes routes)
    {
        var intake = routes.Pages.MapGroup("/intake").RequirePermission(Permission.WorkRequests);
        intake.MapGet("", (HttpContext http, IntakeDesk desk) => desk.Show(http));
        intake.MapGet("/find", (string? find, IntakeDesk desk, CancellationToken cancel) => desk.Find(find, cancel));
        var limit = new RequestSizeLimitAttribute(ReceivedFiles.LargestPost);
        intake.MapPost("/choose", (HttpContext http, IntakeDesk desk) => desk.Choose(http)).WithMetadata(limit);
        intake.MapPost("/judgement", (HttpContext http, IntakeDesk desk) => desk.Judge(http));
        intake.MapPost("", (HttpContext http, TakeCall call) => call.Post(http)).WithMetadata(limit);
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Daily, "intake.menu", "/intake", "phone-incoming", Permission.WorkRequests, "n", OnPhone: true)];
}
