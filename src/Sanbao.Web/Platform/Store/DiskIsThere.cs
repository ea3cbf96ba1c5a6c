using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sanbao.Data;

namespace Sanbao.Web.Platform.Store;

/// <summary>Ready to serve: the company's folder takes what is handed in. Tried at most every few seconds, however many ask.</summary>
internal sealed class DiskIsThere(ServiceDatabase database, TimeProvider time) : IHealthCheck, IDisposable
{
    /// <summary>In bytes; with less a photo does not fit, and SQLite soon does not either.</summary>
    private const long Least = 4 * 1024 * 1024;

    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim one = new(1);
    private (long At, HealthCheckResult Result)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (last is { } known && time.GetElapsedTime(known.At) < Lasting) return known.Result;
            var tried = await TryAsync(cancellationToken);
            last = (time.GetTimestamp(), tried);
            return tried;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<HealthCheckResult> TryAsync(CancellationToken cancel)
    {
        try
        {
            var folder = Directory.CreateDirectory(database.Folder.Path).FullName;
            if (new DriveInfo(folder).AvailableFreeSpace < Least) return HealthCheckResult.Unhealthy("disk full");
            var probe = Path.Combine(folder, "ready.part");
            await File.WriteAllTextAsync(probe, "", cancel);
            File.Delete(probe);
            return HealthCheckResult.Healthy();
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("disk cannot be written", why);
        }
    }
}
