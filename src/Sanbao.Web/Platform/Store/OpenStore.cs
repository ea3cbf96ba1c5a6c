using Sanbao.Data;

namespace Sanbao.Web.Platform.Store;

/// <summary>Opens the company's records and fills the shelf of charters, before the first request is answered.</summary>
internal sealed class OpenStore(ServiceDatabase database, CharterShelf charters, CompanyBook company) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.OpenAsync(cancel: cancellationToken);
        await charters.OpenAsync(cancellationToken);
        await company.OpenAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
