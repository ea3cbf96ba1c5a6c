using Microsoft.AspNetCore.Identity;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Duties;
using Sanbao.Web.Platform.Files;
using Sanbao.Web.Platform.Live;

namespace Sanbao.Web.Platform.Store;

/// <summary>The company's records: where they are, the one way to write them, and the charters that govern them.</summary>
internal static class StoreSetup
{
    public static void AddStore(this IServiceCollection services, SiteOptions options)
    {
        // Looks at its folder now, before anything else of the site is kept there.
        var database = ServiceDatabase.Of(options.DataFolder, options.Database);
        services.AddSingleton(_ => database);
        services.AddHealthChecks()
            .AddCheck<StoreIsThere>("store", timeout: StoreIsThere.Patience).AddCheck<DiskIsThere>("disk", timeout: StoreIsThere.Patience);
        services.AddSingleton<DiskIsThere>();
        services.AddSingleton<Writer>();
        services.AddSingleton<Idempotency>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<ReceivedFiles>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        // For reading; writes get a context of their own from the writer.
        services.AddScoped(s => s.GetRequiredService<ServiceDatabase>().CreateDbContext());
        services.AddSingleton<CharterShelf>();
        services.AddSingleton<CompanyBook>();
        services.AddHostedService<OpenStore>();
        services.AddHostedService(s => s.GetRequiredService<CompanyBook>());
        services.AddSingleton(s => ChangeSignal.Of(s.GetRequiredService<Writer>()));
        services.AddHostedService<CommitWatch>();
        services.AddDuties();
    }
}
