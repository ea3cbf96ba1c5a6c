using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Accounts;

/// <summary>On the first start, unless <c>--no-demo</c> was said, an empty database becomes the demo company.</summary>
internal sealed class OpenDemo(SiteOptions options, ServiceDatabase database, Writer writer, Passwords passwords, CompanyBook company, TimeProvider time) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!options.Demo || !await IsEmptyAsync(cancellationToken)) return;
        await DemoAccounts.LoadAsync(writer, passwords, time.Now(), cancellationToken);
        await company.ReadAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> IsEmptyAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return !await db.HasRecordsAsync(cancel);
    }
}
