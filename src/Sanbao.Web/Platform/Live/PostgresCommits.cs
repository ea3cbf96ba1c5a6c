using Npgsql;

namespace Sanbao.Web.Platform.Live;

/// <summary>
/// Nodes tell each other that they committed: one notice per node however many commits there were meanwhile, because a NOTIFY in every
/// transaction costs a good part of the writes (docs/decisions/0016).
/// </summary>
internal sealed class PostgresCommits(string connectionString, string schema, ChangeSignal signal)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    // Schemas are our own names: letters, digits and underlines.
    private readonly string channel = schema + "_changes";
    private readonly string own = Guid.NewGuid().ToString("N");
    private int pending;

    /// <summary>This node committed.</summary>
    public void Note() => Interlocked.Exchange(ref pending, 1);

    public async Task ListenAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        connection.Notification += (_, said) =>
        {
            if (said.Payload != own) signal.Raise();
        };
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A channel is a name and cannot be a parameter.
        command.CommandText = $"LISTEN {channel}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
        // What was committed while nobody listened.
        signal.Raise();
        while (true) await connection.WaitAsync(cancel);
    }

    public async Task TellAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_notify($1, $2)";
        command.Parameters.Add(new NpgsqlParameter { Value = channel });
        command.Parameters.Add(new NpgsqlParameter { Value = own });
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(cancel))
            if (Interlocked.Exchange(ref pending, 0) == 1) await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A connection of its own, kept alive so that a lost server is noticed.</summary>
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection =
            new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }
}
