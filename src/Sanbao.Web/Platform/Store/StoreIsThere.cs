using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sanbao.Data;

namespace Sanbao.Web.Platform.Store;

/// <summary>Ready to serve: the company's records can be read.</summary>
internal sealed class StoreIsThere(ServiceDatabase database) : IHealthCheck
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A connection that is open goes on reading a file that was taken away.
        if (database.IsSqlite && !File.Exists(database.Folder.Records)) return HealthCheckResult.Unhealthy("no file");
        await using var db = database.CreateDbContext();
        return await db.Settings.AnyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("no settings");
    }
}
