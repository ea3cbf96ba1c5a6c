using Npgsql;
using NpgsqlTypes;
using Sanbao.Data.Search;

namespace Sanbao.Data.Writing;

/// <summary>Many rows at once, inside the connection's transaction (docs/decisions/0005).</summary>
internal static class PostgresCopy
{
    public static async Task RowsAsync(NpgsqlConnection connection, RowPlan plan, IEnumerable<Row> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync(plan.Copy());
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            for (var i = 0; i < row.Values.Length; i++)
                if (row.Values[i] is { } value) await copy.WriteAsync(value, plan.Types[i]);
                else await copy.WriteNullAsync();
        }
        await copy.CompleteAsync();
    }

    /// <summary>The words are a literal of ours; a cast reads it, which COPY in its binary form would not.</summary>
    public static async Task WordsAsync(NpgsqlConnection connection, string table, SearchWords[] words)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The table is one of two constants.
        command.CommandText = $"INSERT INTO {table}(seq, words) SELECT s, w::tsvector FROM unnest(@seqs, @words) AS t(s, w)";
#pragma warning restore CA2100
        command.Parameters.Add(new("seqs", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = Array.ConvertAll(words, w => w.Seq) });
        command.Parameters.Add(
            new("words", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = Array.ConvertAll(words, w => w.ForPostgres()) });
        await command.ExecuteNonQueryAsync();
    }
}
