using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;
using Sanbao.Data;
using Sanbao.Data.Search;

namespace Sanbao.Bench.Raw;

/// <summary>The same statements by pgbench on sixteen connections, prepared, one commit for each unit.</summary>
internal sealed partial class RawPostgres(string connectionString) : IRaw
{
    private readonly NpgsqlConnectionStringBuilder server = new(connectionString);

    public string Name => "pgbench, 16 connections";

    public Task<double> Writes(Blueprint blueprint, int seconds)
    {
        // Counts of one client follow each other, as the product's keys do; clients are ten million apart.
        var script = new StringBuilder($"""
            \set n :n + 1
            \set k :base + :client_id * 10000000 + :n
            BEGIN;
            UPDATE com_counters SET value = value + 1 WHERE name = '{Counter.OfSeq("request")}';
            UPDATE com_counters SET value = value + 1 WHERE name = 'number/FW/{DateTime.UtcNow.Year}';

            """);
        foreach (var insert in blueprint.Inserts)
            script.AppendLine(CultureInfo.InvariantCulture,
                $"INSERT INTO {insert.Into} VALUES ({string.Join(", ", insert.Slots.Select(Sql))});");
        var words = string.Concat(Bigrams.Words(blueprint.Words).Select((word, i) => $"'{word}':{i + 1} "));
        script.AppendLine(CultureInfo.InvariantCulture,
            $"INSERT INTO req_requests_search(seq, words) VALUES (:k::bigint, {Literal(words)}::tsvector);").AppendLine("END;");
        return Run(script.ToString(), seconds);
    }

    public Task<double> Reads(string sql, int seconds) => Run(sql + ";", seconds);

    private static string Sql(Slot slot) => slot switch
    {
        Slot.Same { Value: null } => "NULL",
        Slot.Same same => Literal(same.Value!.ToString()!),
        Slot.Key key => $"('{key.Number:x2}' || lpad(to_hex(:k::bigint), 30, '0'))::uuid",
        Slot.Count => ":k::bigint",
        Slot.CountText => "(:k::bigint)::text",
        _ => throw new UnreachableException(),
    };

    // A colon would begin a variable of pgbench, even inside a text.
    private static string Literal(string text) =>
        "E'" + text.Replace("\\", "\\\\").Replace("'", "''").Replace(":", "\\x3a").Replace("\n", "\\n") + "'";

    private async Task<double> Run(string script, int seconds)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, script);
            using var pgbench = Process.Start(Command(file, seconds))!;
            var output = await pgbench.StandardOutput.ReadToEndAsync();
            await pgbench.WaitForExitAsync();
            var rate = Tps().Match(output);
            return rate.Success
                ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture) : throw new InvalidOperationException(output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private ProcessStartInfo Command(string file, int seconds)
    {
        var start = new ProcessStartInfo("pgbench",
        [
            "-n", "-M", "prepared", "-c", "16", "-j", "1", "-T", seconds.ToString(CultureInfo.InvariantCulture), "-f", file, "-D", "n=0",
            "-D", $"base={DateTimeOffset.UtcNow.ToUnixTimeSeconds() * 1_000_000_000}",
            "-h", server.Host!, "-p", server.Port.ToString(CultureInfo.InvariantCulture), "-U", server.Username
                ?? Environment.UserName, server.Database!,
        ])
        { RedirectStandardOutput = true };
        start.Environment["PGPASSWORD"] = server.Password;
        start.Environment["PGOPTIONS"] = $"-c search_path={server.SearchPath}";
        return start;
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();
}
