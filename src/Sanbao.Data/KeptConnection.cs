using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sanbao.Data;

/// <summary>
/// A connection to SQLite that stays open with its context, which goes back to a pool with it. Opening means two dozen functions to
/// declare, and every query was compiled anew: together more than half of what a short query cost. Here a query's text is compiled once.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Compiled queries of one connection; each takes about ten kilobytes.</summary>
    private const int Most = 24;

    private readonly Dictionary<string, Query> queries = [];
    private long uses;
    private bool ending, failed;

    /// <summary>It stays with its context; from a pool beside, what one left behind would come to another.</summary>
    public static KeptConnection Of(string connectionString) =>
        new(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    /// <summary>After a failure it is taken for broken: whoever has it next gets a new one behind it.</summary>
    public override ConnectionState State => failed ? ConnectionState.Broken : base.State;

    /// <summary>A command on it failed. What that left behind is nobody else's.</summary>
    public void GiveUp() => failed = true;

    /// <summary>Runs the same query by its compiled twin; null where that one is still being read.</summary>
    public SqliteDataReader? Read(SqliteCommand asked)
    {
        if (!queries.TryGetValue(asked.CommandText, out var query))
        {
            if (queries.Count == Most && !ForgetOldest()) return null;
            queries.Add(asked.CommandText, query = new(new(asked.CommandText, this)));
        }
        query.LastUse = ++uses;
        return query.IsRead ? null : query.Read(asked);
    }

    /// <summary>Stays open. A query whose reader was given up, because the caller went away, must not hold on to its moment of the
    /// data.</summary>
    public override void Close()
    {
        foreach (var query in queries.Values) query.Stop();
        if (!ending && !failed) return;
        foreach (var query in queries.Values) query.Command.Dispose();
        queries.Clear();
        failed = false;
        base.Close();
    }

    protected override void Dispose(bool disposing)
    {
        ending = true;
        base.Dispose(disposing);
    }

    private bool ForgetOldest()
    {
        if (queries.Where(q => !q.Value.IsRead).MinBy(q => q.Value.LastUse) is not { Key: { } text, Value: { } oldest }) return false;
        oldest.Command.Dispose();
        return queries.Remove(text);
    }

    private sealed class Query(SqliteCommand command)
    {
        private SqliteDataReader? reader;

        public SqliteCommand Command => command;
        public long LastUse { get; set; }
        public bool IsRead => reader is { IsClosed: false };

        public SqliteDataReader Read(SqliteCommand asked)
        {
            (command.Transaction, command.CommandTimeout) = (asked.Transaction, asked.CommandTimeout);
            command.Parameters.Clear();
            foreach (SqliteParameter parameter in asked.Parameters) command.Parameters.Add(parameter);
            return reader = command.ExecuteReader();
        }

        public void Stop()
        {
            if (IsRead) reader!.Dispose();
        }
    }
}

/// <summary>Lets a kept connection read by its compiled queries, and tells it what failed.</summary>
internal sealed class CompiledQueries : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result) =>
        command.Connection is KeptConnection kept && kept.Read((SqliteCommand)command) is { } reader
            ? InterceptionResult<DbDataReader>.SuppressWithResult(reader) : result;

    // SQLite reads while its caller waits; there is no other way.
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken =
            default) =>
        new(ReaderExecuting(command, eventData, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        (command.Connection as KeptConnection)?.GiveUp();

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancel = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }
}
