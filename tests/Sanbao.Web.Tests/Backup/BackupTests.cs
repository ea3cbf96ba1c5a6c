using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Backup;
using Sanbao.Web.Features.Demo;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Backup;

public class BackupTests(PostgresCluster cluster)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow.ToMilliseconds();

    private static string Temporary(string name) => Path.Combine(Path.GetTempPath(), "sanbao-backup-" + Guid.NewGuid().ToString("N"), name);

    private static async Task<CharterShelf> DemoAsync(TestDatabase test, int requests = 200)
    {
        var shelf = new CharterShelf(test.Store, test.Writer, TimeProvider.System);
        await shelf.OpenAsync(CancellationToken.None);
        await new LoadDemo(test.Store, test.Writer, shelf, TimeProvider.System).RunAsync(requests);
        return shelf;
    }

    private static async Task<string[]> FaultsAsync(ServiceDatabase database, CharterShelf shelf, string files) =>
        await new VerifyRecords(database, shelf, files, DateTimeOffset.UtcNow).FaultsAsync().Select(f => f.Code).ToArrayAsync();

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_backup_taken_under_load_comes_back_whole_in_another_place(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var shelf = await DemoAsync(test);
        var (files, target) = (Temporary("files"), Temporary("backup.zip"));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var enough = new CancellationTokenSource();
        var load = Task.Run(async () => { while (!enough.IsCancellationRequested) await test.CreateAsync(A.Request()); });
        await TakeBackup.RunAsync(test.Store, files, target, Now);
        await enough.CancelAsync();
        await load;

        await using var other = await TestDatabase.NewAsync(kind, cluster, migrate: false);
        await RestoreBackup.RunAsync(other.Store, files, target);

        (await FaultsAsync(other.Store, shelf, files)).ShouldBeEmpty();
        await using var (before, after) = (test.Open(), other.Open());
        var restored = await after.Requests.CountAsync();
        restored.ShouldBeInRange(200, await before.Requests.CountAsync());
        (await after.Equipment.CountAsync(), await after.Customers.CountAsync(), await after.Deadlines.CountAsync())
            .ShouldBe((await before.Equipment.CountAsync(), await before.Customers.CountAsync(), await before.Deadlines.CountAsync()));
        // It goes on counting where it was.
        (await other.CreateAsync(A.Request(), 2026)).ShouldStartWith("FW-2026-");
        (await FaultsAsync(other.Store, shelf, files)).ShouldBeEmpty();
    }
}
