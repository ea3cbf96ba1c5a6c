namespace Sanbao.Web.Features.Lists;

/// <summary>What all lists have in common for those who use them: views kept under a name.</summary>
internal sealed class ListsFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options) => services.AddScoped<KeepView>();

    public override void Map(Routes routes)
    {
        var views = routes.Pages.MapGroup("/views").RequireSignIn();
        views.MapPost("", (HttpContext http, KeepView keep) => keep.Post(http));
        views.MapPost("/{id:guid}/removal", (Guid id, HttpContext http, KeepView keep) => keep.Remove(id, http));
    }
}
