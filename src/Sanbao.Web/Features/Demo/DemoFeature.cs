namespace Sanbao.Web.Features.Demo;

/// <summary>A first start shows living screens: the demo company comes in while the site already answers.</summary>
internal sealed class DemoFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton<LoadDemo>();
        if (options.Demo) services.AddHostedService<DemoOnFirstStart>();
    }
}

internal sealed class DemoOnFirstStart(LoadDemo demo, IHostApplicationLifetime lifetime, ILogger<DemoOnFirstStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not before the first page can be answered.
        using var started = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stoppingToken);
        await Task.Delay(Timeout.Infinite, started.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested) return;
        try
        {
            if (!await demo.IsWaitingAsync(stoppingToken)) return;
            await demo.RunAsync(DemoCompany.UsualRequests, cancel: stoppingToken);
            log.LogInformation("Demo data is loaded: {Requests} requests. Accounts and password are in the README.", DemoCompany.UsualRequests);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Demo data could not be loaded");
        }
    }
}
