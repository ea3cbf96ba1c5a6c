using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Demo;

/// <summary>A first start shows living screens: the demo company comes in while the site already answers.</summary>
internal sealed class DemoFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton<LoadDemo>();
        if (options.Demo is not DemoWish.No) services.AddHostedService<DemoOnFirstStart>();
    }
}

internal sealed class DemoOnFirstStart(
    LoadDemo demo, CompanyBook company, Loading loading, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<DemoOnFirstStart> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the first page can be answered.
        using var started = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stoppingToken);
        await Task.Delay(Timeout.Infinite, started.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested) return;
        try
        {
            while (await demo.IsWaitingAsync(stoppingToken))
                if (!await TryAsync(stoppingToken)) await Task.Delay(Pause, clock, stoppingToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Demo data could not be loaded");
        }
        finally
        {
            loading.End();
        }
    }

    /// <summary>False: another process loads it, or did and was killed a moment ago.</summary>
    private async Task<bool> TryAsync(CancellationToken cancel)
    {
        loading.Tell("demo.loading", 0);
        try
        {
            await demo.RunAsync(DemoCompany.UsualRequests, asked: false, percent => loading.Tell("demo.loading", percent), cancel);
        }
        catch (RefusedException e) when (e.Refusal.Code == "demo.being-loaded")
        {
            return false;
        }
        // The demo brings the company's name; the next page shows it.
        await company.ReadAsync(cancel);
        log.LogInformation("Demo data is loaded: {Requests} requests. Accounts and password are in the README.", DemoCompany.UsualRequests);
        return true;
    }
}
