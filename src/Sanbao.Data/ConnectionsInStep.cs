using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Sanbao.Data;

/// <summary>
/// A statement that PostgreSQL refuses while Npgsql is just about to keep it prepared leaves that connection one answer behind: the next
/// caller gets "unexpected backend message". So after a refusal it forgets what it had prepared, before it goes back to the pool.
/// </summary>
internal sealed class ConnectionsInStep : DbCommandInterceptor, IDbConnectionInterceptor
{
    private readonly ConcurrentDictionary<DbConnection, bool> refused = new();

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData)
    {
        // Duplicate keys and conflicts happen every day, after the statement was taken.
        if (eventData.Exception is not PostgresException { SqlState: var state } || state[..2] is "23" or "40") return;
        if (command.Connection is { } connection) refused[connection] = true;
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancel = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }

    public InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        if (!refused.TryRemove(connection, out _)) return result;
        if (connection is NpgsqlConnection { State: ConnectionState.Open } open) open.UnprepareAll();
        return result;
    }

    public ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(ConnectionClosing(connection, eventData, result));
}
