using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Accounts;

/// <summary>
/// Makes what begins in a new folder the demo company. Its password is published: unless somebody asked for the demo by name it neither
/// comes nor opens where another machine could come in.
/// </summary>
internal sealed class OpenDemo(
    SiteOptions options, IConfiguration configuration, ServiceDatabase database, Writer writer, Passwords passwords, CompanyBook company,
    TimeProvider time, ILogger<OpenDemo> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var asked = options.Demo is DemoWish.Asked;
        if (database.BeganHere && options.Demo is not DemoWish.No && !await HasRecordsAsync(cancellationToken))
            await BeginAsync(asked, cancellationToken);
        else if (company.Now.Demo && !asked && !IsOfThisMachine()) Refusal.Throw(await WhyNotForOthersAsync(cancellationToken));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task BeginAsync(bool asked, CancellationToken cancel)
    {
        if (!asked && !IsOfThisMachine())
        {
            log.LogInformation("No demo data, for other machines can come in here: set up your company at /setup, or say --demo.");
            return;
        }
        await DemoAccounts.LoadAsync(writer, passwords, time.Now(), asked, cancel);
        await company.ReadAsync(cancel);
    }

    /// <summary>The server listens where the options say, and where the configuration does.</summary>
    private bool IsOfThisMachine()
    {
        var configured = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? "http://*");
        return ListenAddress.AreOfThisMachine(string.Join(';', configured.Prepend(options.Urls)));
    }

    private async Task<bool> HasRecordsAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.HasRecordsAsync(cancel);
    }

    private async Task<Refusal?> WhyNotForOthersAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await DemoAccounts.WhyNotForOthersAsync(db, cancel);
    }
}
