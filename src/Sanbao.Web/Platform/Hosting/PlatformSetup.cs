using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sanbao.Web.Platform.Json;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>What all features share: services, the way of a request, the two groups of routes.</summary>
internal static class PlatformSetup
{
    public static void AddPlatform(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddTransient(s => s.GetRequiredService<CompanyBook>().Now);
        services.AddHttpContextAccessor();
        services.AddScoped(s =>
            new Words(Request(s)?.Language() ?? s.GetRequiredService<Company>().Language, s.GetRequiredService<Company>().Zone));
        services.AddScoped(s => Request(s)?.Actor() ?? ActorOfRequest.Nobody);
        services.AddScoped<FormState>();
        services.AddScoped<FormOnce>();
        services.AddSingleton<UserMenu>();
        services.AddSingleton<Loading>();
        services.AddSingleton<Assets.Dist>();
        services.AddRazorComponents();
        // Otherwise every Chinese character becomes &#x...;
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAccess();
        services.AddAnswers();
        services.AddOpenApiDocument();
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseCookiePolicy(new() { Secure = CookieSecurePolicy.SameAsRequest });
        app.UseExceptionHandler(_ => { });
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<EndStreamsOnShutdown>();
        app.UseResponseCompression();
        app.UseMiddleware<Assets.DistFiles>();
        app.UseStatusCodePages(c =>
            ProblemAnswer.Write(
                c.HttpContext, Problem.OfStatus(c.HttpContext.Response.StatusCode,
                c.HttpContext.RequestServices.GetRequiredService<Words>())));
        app.UseMiddleware<FitAddresses>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<PasswordFirst>();
        app.UseAntiforgery();
        app.UseMiddleware<RefuseForgedForms>();
    }

    public static Routes MapPlatform(this WebApplication app)
    {
        // Live: the process answers. Ready: what is registered as health check is all there.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = SayWhetherReady }).AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        return new Routes(
            app.MapGroup("").WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute()).ExcludeFromDescription(),
            app.MapGroup("/api/v1"));
    }

    private static void AddAnswers(this IServiceCollection services)
    {
        services.AddExceptionHandler<ExceptionAnswer>();
        // Unreadable bodies reach the one place that answers exceptions, in every environment.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddOptions<JsonOptions>().Configure<CompanyBook>((json, company) =>
            JsonConventions.Apply(json.SerializerOptions, () => company.Now.Zone));
    }

    private static Task SayWhetherReady(HttpContext http, HealthReport report) => report.Status is HealthStatus.Healthy
        ? http.Response.WriteAsync(nameof(HealthStatus.Healthy), http.RequestAborted)
        : ProblemAnswer.Write(http, report.Entries.TryGetValue("disk", out var disk) && disk.Status is not HealthStatus.Healthy
            ? Problem.DiskAway(http.RequestServices.GetRequiredService<Words>())
            : Problem.StoreAway(http.RequestServices.GetRequiredService<Words>()));

    private static HttpContext? Request(IServiceProvider services) => services.GetRequiredService<IHttpContextAccessor>().HttpContext;
}
