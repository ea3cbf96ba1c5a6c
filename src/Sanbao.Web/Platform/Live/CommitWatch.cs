using Sanbao.Data;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Live;

/// <summary>
/// Raises the signal for the commits of other processes, as each database lets us know (docs/decisions/0016). A
/// database that cannot be asked for a while is asked again; the site goes on.
/// </summary>
internal sealed class CommitWatch(ServiceDatabase database, Writer writer, ChangeSignal signal, ILogger<CommitWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.IsSqlite)
            await KeepAsync(cancel => new SqliteCommits(database.ConnectionString, signal).WatchAsync(cancel), stoppingToken);
        else
        {
            var commits = new PostgresCommits(database.ConnectionString, database.Schema, signal);
            writer.Committed += commits.Note;
            await Task.WhenAll(KeepAsync(commits.ListenAsync, stoppingToken), KeepAsync(commits.TellAsync, stoppingToken));
        }
    }

    private async Task KeepAsync(Func<CancellationToken, Task> watch, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await watch(cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception why) when (why is System.Data.Common.DbException or IOException or InvalidOperationException)
            {
                log.LogWarning(why, "Changes by other processes are not seen for the moment");
                await Task.Delay(Retry, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
