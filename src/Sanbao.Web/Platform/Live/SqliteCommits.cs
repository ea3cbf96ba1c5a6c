using Microsoft.Data.Sqlite;

namespace Sanbao.Web.Platform.Live;

/// <summary>The command line writes beside the server; SQLite tells a connection that another one committed only when it asks.</summary>
internal sealed class SqliteCommits(string connectionString, ChangeSignal signal)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public async Task WatchAsync(CancellationToken cancel)
    {
        await using var connection =
            new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var seen = (long)(await command.ExecuteScalarAsync(cancel))!;
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            var version = (long)(await command.ExecuteScalarAsync(cancel))!;
            if (version != seen) signal.Raise();
            seen = version;
        }
    }
}
