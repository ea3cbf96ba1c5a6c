using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;

namespace Sanbao.Data;

/// <summary>What a host needs of this project.</summary>
public static class ServiceDataSetup
{
    /// <param name="database">As the option <c>--database</c>; null: SQLite in the data folder.</param>
    public static IServiceCollection AddServiceData(this IServiceCollection services, string dataFolder, string? database) => services
        .AddSingleton(_ => ServiceDatabase.Of(dataFolder, database))
        .AddScoped(provider => provider.GetRequiredService<ServiceDatabase>().CreateDbContext())
        .AddSingleton<Writer>()
        .AddSingleton<Idempotency>()
        .AddScoped<IUserStore<Account>, AccountStore>();
}
