using Microsoft.EntityFrameworkCore;
using Sanbao.Data;

namespace Sanbao.Web.Tests.Data;

public class CrashTests
{
    [Fact]
    public async Task What_was_acknowledged_is_on_the_disk_when_the_process_dies_on_sqlite()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, null!);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => test.CreateAsync(A.Request()))));

        // The files as a killed process leaves them: nothing checkpointed, nothing closed.
        var folder = Directory.CreateTempSubdirectory("sanbao-crash-").FullName;
        var copy = Directory.CreateDirectory(Path.Combine(folder, "companies", "main")).FullName;
        foreach (var file in Directory.GetFiles(test.CompanyFolder, "sanbao.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        await using (var reopened = ServiceDatabase.Of(folder, null))
        await using (var db = reopened.CreateDbContext())
            (await db.Requests.Select(r => r.Number).ToListAsync()).ShouldBe(numbers, ignoreOrder: true);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_when_the_server_dies_on_postgresql()
    {
        await using var own = new PostgresCluster();
        await using var test = await TestDatabase.NewAsync(Kind.Postgres, own);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => test.CreateAsync(A.Request()))));
        await own.CrashAsync();
        await own.RestartAsync();
        await using (var db = test.Open())
            (await db.Requests.Select(r => r.Number).ToListAsync()).ShouldBe(numbers, ignoreOrder: true);
        // The writer's own connection died with the server; it finds its way back by itself.
        (await test.CreateAsync(A.Request())).ShouldBe("FW-2026-000101");
    }
}
