using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Backup;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Features.Demo;
using Sanbao.Web.Platform.Files;
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
        await new LoadDemo(test.Store, test.Writer, shelf, AccountVerbs.Passwords, TimeProvider.System).RunAsync(requests, asked: true);
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
        await using var before = test.Open();
        await using var after = other.Open();
        var restored = await after.Requests.CountAsync();
        restored.ShouldBeInRange(200, await before.Requests.CountAsync());
        (await after.Equipment.CountAsync(), await after.Customers.CountAsync(), await after.Deadlines.CountAsync())
            .ShouldBe((await before.Equipment.CountAsync(), await before.Customers.CountAsync(), await before.Deadlines.CountAsync()));
        // It goes on counting where it was.
        (await other.CreateAsync(A.Request(), 2026)).ShouldStartWith("FW-2026-");
        (await FaultsAsync(other.Store, shelf, files)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_backup_is_never_put_over_records_and_no_other_file_is_taken_for_one(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        await DemoAsync(test, 50);
        var target = Temporary("backup.zip");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await TakeBackup.RunAsync(test.Store, Temporary("files"), target, Now);
        (await Should.ThrowAsync<RefusedException>(() => RestoreBackup.RunAsync(test.Store, Temporary("files"), target)))
            .Refusal.Code.ShouldBe("backup.not-empty");

        await File.WriteAllTextAsync(target, "no zip");
        await using var other = await TestDatabase.NewAsync(kind, cluster, migrate: false);
        (await Should.ThrowAsync<RefusedException>(() => RestoreBackup.RunAsync(other.Store, Temporary("files"), target)))
            .Refusal.Code.ShouldBe("backup.not-a-backup");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Verify_finds_what_was_changed_behind_the_products_back(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var shelf = await DemoAsync(test);
        (await FaultsAsync(test.Store, shelf, Temporary("files"))).ShouldBeEmpty();

        var key = kind is Kind.Sqlite ? "rowid" : "seq";
        foreach (var (change, fault) in new[]
        {
            ("UPDATE jou_lines SET text = replace(text, 'phone', 'email') "
                + "WHERE document_id = (SELECT id FROM req_requests WHERE channel = 'Phone' ORDER BY seq LIMIT 1)", "verify.line-changed"),
            ("DELETE FROM prm_deadlines WHERE id = (SELECT id FROM prm_deadlines ORDER BY id LIMIT 1)", "verify.deadline-missing"),
            ("UPDATE prm_deadlines SET due = '2031-01-01 00:00:00' WHERE id = (SELECT id FROM prm_deadlines ORDER BY id LIMIT 1)",
                "verify.deadline-differs"),
            ("UPDATE req_requests SET next_due = '2031-01-01 00:00:00' "
                + "WHERE seq = (SELECT min(seq) FROM req_requests WHERE status = 'Open' AND next_due < '9999-01-01')",
                "verify.next-due-differs"),
            ("UPDATE doc_heads SET title = 'nothing' WHERE kind = 'customer'", "verify.head-differs"),
            ($"DELETE FROM req_requests_search WHERE {key} = 3", "verify.search"),
            ("UPDATE req_requests SET number = 'FW-2026-999999' WHERE seq = (SELECT max(seq) FROM req_requests)", "verify.numbers"),
            ("UPDATE req_requests SET number = 'nonsense' WHERE seq = (SELECT max(seq) FROM req_requests)", "verify.number-malformed"),
        })
        {
            await using var db = test.Open();
#pragma warning disable EF1002 // Statements of this test.
            (await db.Database.ExecuteSqlRawAsync(change)).ShouldBeGreaterThan(0, change);
#pragma warning restore EF1002
            (await FaultsAsync(test.Store, shelf, Temporary("files"))).ShouldContain(fault);
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_side_of_a_stored_deadline_is_proved(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var shelf = await DemoAsync(test, 20);
        foreach (var change in new[] { "state = 'Cancelled'", "started_at = '2001-01-01 00:00:00'", "met_at = '2001-01-01 00:00:00'",
            "owed_at = '2031-01-01 00:00:00'" })
        {
            await using var db = test.Open();
#pragma warning disable EF1002, EF1003 // Statements of this test.
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("CREATE TEMPORARY TABLE kept AS SELECT * FROM prm_deadlines ORDER BY id LIMIT 1");
            await db.Database.ExecuteSqlRawAsync($"UPDATE prm_deadlines SET {change} WHERE id = (SELECT id FROM kept)");
            (await FaultsAsync(test.Store, shelf, Temporary("files"))).ShouldContain("verify.deadline-differs", change);
            await db.Database.ExecuteSqlRawAsync("DELETE FROM prm_deadlines WHERE id = (SELECT id FROM kept)");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO prm_deadlines SELECT * FROM kept");
            await db.Database.ExecuteSqlRawAsync("DROP TABLE kept");
#pragma warning restore EF1002, EF1003
        }
        (await FaultsAsync(test.Store, shelf, Temporary("files"))).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Verify_beside_a_busy_server_takes_no_change_for_a_fault(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var shelf = await DemoAsync(test, 100);
        await using var read = test.Open();
        var open = await read.Requests.Where(r => r.Status == RequestStatus.Open).Select(r => r.Id).ToListAsync();
        using var enough = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
                await test.Writer.RunAsync(async db =>
                {
                    var request = (await db.FindRequestAsync(open[i % open.Count], Actor.System))!;
                    request.Reply("答复", null, shelf.Find(request.CharterCode, request.CharterVersion), Actor.System,
                        DateTimeOffset.UtcNow.ToMilliseconds());
                });
        });
        for (var i = 0; i < 5; i++) (await FaultsAsync(test.Store, shelf, Temporary("files"))).ShouldBeEmpty();
        await enough.CancelAsync();
        await load;
    }

    [Theory]
    [InlineData("sanbao.db", "backup.damaged")]
    [InlineData("backup.json", "backup.other-version")]
    public async Task A_backup_that_is_damaged_or_newer_leaves_nothing_behind(string entry, string code)
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var target = Temporary("backup.zip");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await TakeBackup.RunAsync(test.Store, Temporary("files"), target, Now);
        if (code is "backup.damaged") await FlipAsync(target, entry);
        else await RewriteAsync(target, entry, text => text.Replace("\"migration\": \"2", "\"migration\": \"3", StringComparison.Ordinal));

        await using var other = await TestDatabase.NewAsync(Kind.Sqlite, cluster, migrate: false);
        (await Should.ThrowAsync<RefusedException>(() => RestoreBackup.RunAsync(other.Store, Temporary("files"), target)))
            .Refusal.Code.ShouldBe(code);
        (Directory.Exists(other.CompanyFolder) ? Directory.GetFiles(other.CompanyFolder) : []).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_a_missed_promise_starts_is_missing_only_after_the_alarm_rang(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var shelf = new CharterShelf(test.Store, test.Writer, TimeProvider.System);
        await shelf.OpenAsync(CancellationToken.None);
        // S9: not solved in twelve hours, a loaner. Somebody judged after that, before the alarm of the missed solution rang.
        var charter = shelf.Library.InForce("S9", A.Today)!;
        var facts = new Facts { On = A.Today, Dates = new() { Accepted = A.Today.AddYears(-1) } };
        var request = ServiceRequest.Open(
            new() { Channel = Channel.Phone, Category = RequestCategory.Fault, Description = "不制冷", ReportedAt = A.Now },
            charter, (facts, EntitlementEngine.Judge(charter, facts)), A.Clerk, A.Now);
        request.Judge(facts with { Cause = Cause.Quality }, final: true, charter, A.Clerk, A.Now.AddHours(13));
        await test.CreateAsync(request);
        request.DeadlinesAt(charter, A.Now.AddHours(13)).ShouldContain(d => d.Promise == PromiseCode.Loaner);

        (await FaultsAsync(test.Store, shelf, Temporary("files"))).ShouldBeEmpty();

        await using var db = test.Open();
        await db.Database.ExecuteSqlAsync($"UPDATE prm_deadlines SET alarm_at = '9999-01-01 00:00:00'");
        (await FaultsAsync(test.Store, shelf, Temporary("files"))).ShouldBe(["verify.deadline-missing"]);
    }

    /// <summary>A letter in the middle of the packed entry becomes another.</summary>
    private static async Task FlipAsync(string zip, string entry)
    {
        var bytes = await File.ReadAllBytesAsync(zip);
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(entry)) + 1000;
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(zip, bytes);
    }

    private static async Task RewriteAsync(string zip, string entry, Func<string, string> change)
    {
        using var archive = System.IO.Compression.ZipFile.Open(zip, System.IO.Compression.ZipArchiveMode.Update);
        var old = archive.GetEntry(entry)!;
        string text;
        using (var reader = new StreamReader(await old.OpenAsync())) text = await reader.ReadToEndAsync();
        old.Delete();
        await using var writer = new StreamWriter(await archive.CreateEntry(entry).OpenAsync());
        await writer.WriteAsync(change(text));
    }

    [Fact]
    public async Task Verify_finds_a_file_that_is_gone_and_one_that_was_changed()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var shelf = new CharterShelf(test.Store, test.Writer, TimeProvider.System);
        await shelf.OpenAsync(CancellationToken.None);
        var request = A.Request();
        var (gone, changed) = (new string('a', 64), new string('b', 64));
        request.Attach("照片.jpg", "image/jpeg", 3, gone, A.Clerk, A.Now);
        request.Attach("铭牌.jpg", "image/jpeg", 3, changed, A.Clerk, A.Now);
        await test.CreateAsync(request);
        var files = Temporary("files");
        Directory.CreateDirectory(Path.Combine(files, "bb"));
        await File.WriteAllTextAsync(FileStore.PathOf(files, changed), "other bytes");

        (await FaultsAsync(test.Store, shelf, files)).ShouldBe(["verify.file-missing", "verify.file-changed"], ignoreOrder: true);
    }
}
