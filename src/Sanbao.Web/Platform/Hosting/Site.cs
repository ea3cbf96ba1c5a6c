using Sanbao.Web.Features;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>Builds the web application: hosting, what all features share, then every feature.</summary>
internal static class Site
{
    /// <param name="adjust">For tests: another server, another clock.</param>
    /// <param name="map">For tests: further routes.</param>
    public static WebApplication Build(SiteOptions options, Action<WebApplicationBuilder>? adjust = null, Action<Routes>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // The assets lie beside the program, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.Services.AddSingleton(options);
        builder.AddHosting(options);
        builder.Services.AddPlatform();
        builder.Services.AddStore(options);
        foreach (var feature in AllFeatures.List)
        {
            feature.Add(builder.Services, options);
            foreach (var place in feature.Places) builder.Services.AddSingleton(place);
        }
        builder.Services.AddSingleton<Places>();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UsePlatform();
        var routes = app.MapPlatform();
        foreach (var feature in AllFeatures.List) feature.Map(routes);
        ShellRoutes.Map(app, routes);
        map?.Invoke(routes);
        return app;
    }
}
