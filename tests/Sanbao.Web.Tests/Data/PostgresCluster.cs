using System.Diagnostics;
using Npgsql;

[assembly: AssemblyFixture(typeof(Sanbao.Web.Tests.Data.PostgresCluster))]

namespace Sanbao.Web.Tests.Data;

/// <summary>
/// A throw-away PostgreSQL of the tests' own: started when a test first asks, stopped at the end. A machine without the server fails
/// the tests that need it; nothing is skipped.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private readonly SemaphoreSlim starting = new(1);
    private readonly string folder = Path.Combine(Path.GetTempPath(), "sanbao-pg-" + Guid.NewGuid().ToString("N")[..12]);
    private const string Begun = "begun";

    private string? connectionString;
    private Process? server;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var all = await StartedAsync();
        return await CreateAsync(all, "test_" + Guid.NewGuid().ToString("N"));
    }

    /// <summary>The option <c>--database</c> of a new database that has the tables of a company, and nothing in them.</summary>
    public async Task<string> NewBegunAsync()
    {
        var all = await StartedAsync();
        return "postgres:" + await CreateAsync(all, "test_" + Guid.NewGuid().ToString("N"), "TEMPLATE " + Begun);
    }

    private static async Task<string> CreateAsync(string all, string name, string like = "")
    {
        await using var connection = new NpgsqlConnection(all);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} {like}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(all) { Database = name, Pooling = true, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Ends the server without a word to anybody: no checkpoint, every connection broken.</summary>
    public async Task CrashAsync()
    {
        await Run("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w");
        await server!.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    /// <summary>Starts the crashed server again at the same address; it recovers from its log.</summary>
    public async Task RestartAsync()
    {
        StartServer();
        await ReadyAsync(connectionString!);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await CrashAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        starting.Dispose();
    }

    private async Task<string> StartedAsync()
    {
        await starting.WaitAsync();
        try
        {
            return connectionString ??= await StartAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<string> StartAsync()
    {
        Directory.CreateDirectory(folder);
        if (IsRoot) await Wait(Start("chown", "postgres", folder));
        await Run("initdb", "-D", Data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        StartServer();
        var all = $"Host={folder};Username=postgres;Database=postgres;Pooling=false";
        await ReadyAsync(all);
        await BegunTables.MakeAsync(folder, "postgres:" + await CreateAsync(all, Begun));
        return all;
    }

    /// <summary>
    /// It listens in its folder only: a port could be taken between asking for a free one and opening it. Tests kill the server and never
    /// the machine, so what the system was given is there again without being forced on the disk.
    /// </summary>
    private void StartServer() =>
        server = StartAsOwner("postgres", "-D", Data, "-k", folder, "-h", "", "-c", "fsync=off", "-c", "max_connections=500");

    private string Data => Path.Combine(folder, "data");

    private async Task ReadyAsync(string all)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(all);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (waiting.Elapsed < TimeSpan.FromSeconds(60) && server is { HasExited: false })
            {
                await Task.Delay(50);
            }
        }
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static async Task Run(string program, params string[] arguments) => await Wait(StartAsOwner(program, arguments));

    /// <summary>PostgreSQL refuses to run as root; there it runs as the user postgres.</summary>
    private static Process StartAsOwner(string program, params string[] arguments)
    {
        var path = Binary(program);
        return IsRoot ? Start("runuser", ["-u", "postgres", "--", path, .. arguments]) : Start(path, arguments);
    }

    private static string Binary(string program) =>
        DebianFolders().Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            .Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            $"PostgreSQL is needed by these tests, and {program} was not found: apt-get install postgresql.");

    /// <summary>Debian keeps the server's programs out of the path, one folder a version: 15 on Debian 12, 17 on 13.</summary>
    private static IEnumerable<string> DebianFolders() => !Directory.Exists("/usr/lib/postgresql") ? []
        : Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"));

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task Wait(Process process)
    {
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
            $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}.");
        process.Dispose();
    }
}
