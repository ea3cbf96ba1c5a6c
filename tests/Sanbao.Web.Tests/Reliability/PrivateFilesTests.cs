using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>What the company keeps is for the user under whom the program runs, and for nobody else of that machine.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public class PrivateFilesTests(PostgresCluster cluster)
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Records_keys_backups_and_files_cannot_be_read_by_others(Kind kind)
    {
        var folder = Directory.CreateTempSubdirectory("sanbao-private-").FullName;
        var (data, database) = (Path.Combine(folder, "data"), kind is Kind.Postgres ? await cluster.NewDatabaseAsync() : null);
        await using (var program = await Program.Serve(data, database))
        using (var page = await program.Http.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken))
            page.EnsureSuccessStatusCode();
        await Program.Run(data, database, "backup", Path.Combine(folder, "backups", "b.zip"));

        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        files.ShouldContain(f => f.EndsWith("b.zip", StringComparison.Ordinal));
        if (kind is Kind.Sqlite)
        {
            files.ShouldContain(f => f.EndsWith("sanbao.db", StringComparison.Ordinal));
            files.ShouldContain(f => f.Contains("key-", StringComparison.Ordinal));
        }
        files.Where(f => File.GetUnixFileMode(f) != Mine).ShouldBeEmpty();
        Directory.GetDirectories(folder, "*", SearchOption.AllDirectories)
            .Where(f => File.GetUnixFileMode(f) != (Mine | UnixFileMode.UserExecute)).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }
}
