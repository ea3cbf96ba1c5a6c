using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Journal;
using Sanbao.Data.State;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Features.Demo;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Backup;

/// <summary>Whatever somebody changes behind the product's back is found, and named.</summary>
public class TamperingTests(PostgresCluster cluster)
{
    private const string First = "(SELECT id FROM req_requests WHERE seq = 1)";

    /// <summary>The statement, the fault, the document, the table, and what the detail says.</summary>
    private static readonly (string Sql, string Code, string Document, string Table, string Detail)[] Changes =
    [
        ("UPDATE req_requests SET description = 'nothing at all' WHERE seq = 1", "row-changed", "FW-", "", "description"),
        ("UPDATE req_requests SET number = 'FW-2020-000001' WHERE seq = 2", "row-changed", "FW-", "", "number"),
        ("UPDATE req_judgements SET judged_by = 'nobody' WHERE request_id = (SELECT id FROM req_requests WHERE seq = 3)",
            "row-changed", "FW-", "req_judgements", "judged_by"),
        ("UPDATE req_notes SET text = 'never said' WHERE id = (SELECT min(id::text) FROM req_notes)::uuid",
            "row-changed", "FW-", "req_notes", "text"),
        ($"UPDATE doc_papers SET hash = 'of another file' WHERE document_id = {First}", "row-changed", "FW-", "doc_papers", "hash"),
        ("UPDATE acc_accounts SET roles = 'administrator' WHERE user_name = 'kefu'", "row-changed", "", "acc_accounts", "kefu roles"),
        ("UPDATE acc_accounts SET password_hash = 'known' WHERE user_name = 'admin'",
            "row-changed", "", "acc_accounts", "admin password_hash"),
        ("UPDATE acc_tokens SET revoked_at = NULL WHERE name = '旧系统'", "row-changed", "", "acc_tokens", "旧系统 revoked_at"),
        ("DELETE FROM acc_tokens WHERE name = '新系统'", "row-missing", "", "acc_tokens", ""),
        ("UPDATE com_settings SET default_charter = 'S0'", "row-changed", "", "com_settings", "default_charter"),
        ("UPDATE com_charters SET text = 'nothing is promised' WHERE code = 'S4'", "row-changed", "", "com_charters", "text"),
        ("UPDATE cus_customers SET phone = '110' WHERE seq = 1", "row-changed", "", "", "phone"),
        ("UPDATE cus_contacts SET name = 'Nobody' WHERE customer_id = (SELECT id FROM cus_customers WHERE seq = 2)",
            "row-changed", "", "cus_contacts", "name"),
        ("UPDATE cus_contracts SET months = 99", "row-changed", "", "", "months"),
        ("UPDATE equ_equipment SET dates_delivered = '2001-01-01' WHERE serial = (SELECT min(serial) FROM equ_equipment)",
            "row-changed", "", "", "dates_delivered"),
        ("UPDATE equ_products SET line = 'toy' WHERE model = (SELECT min(model) FROM equ_products)", "row-changed", "", "", "line"),
        ($"DELETE FROM req_notes WHERE request_id = {First}", "row-missing", "FW-", "req_notes", ""),
        ($"UPDATE req_events SET \"index\" = 77 WHERE request_id = {First} AND \"index\" = 0", "row-unknown", "FW-", "req_events", "77"),
        ("UPDATE doc_heads SET journal_length = 9 WHERE id = (SELECT id FROM req_requests WHERE seq = 5)", "head-differs", "FW-", "", ""),
        ("DELETE FROM doc_heads WHERE id = (SELECT id FROM req_requests WHERE seq = 6)", "head-missing", "", "", ""),
        ("UPDATE com_counters SET value = value + 1 WHERE name = 'seq/product'", "count-differs", "", "", ""),
        ("DELETE FROM jou_lines WHERE document_id = (SELECT id FROM req_requests WHERE seq = 7) AND \"index\" = 0",
            "line-missing", "FW-", "", "0"),
        ("UPDATE jou_lines SET text = replace(text, 'phone', 'email') "
            + "WHERE document_id = (SELECT id FROM req_requests WHERE channel = 'Phone' ORDER BY seq DESC LIMIT 1)",
            "line-changed", "FW-", "", ""),
    ];

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_change_behind_the_products_back_is_found_and_named(Kind kind)
    {
        await using var test = await CompanyAsync(kind);
        (await FaultsAsync(test)).ShouldBeEmpty();
        foreach (var (sql, code, document, table, detail) in Changes)
        {
            await RunAsync(test, sql);
            (await FaultsAsync(test)).ShouldContain(
                f => f.Code == code && f.Table == table && f.Document.Contains(document) && f.Detail.Contains(detail), sql);
        }
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_gone_at_the_end_is_missed_though_it_leaves_no_gap(Kind kind)
    {
        await using var test = await CompanyAsync(kind);
        await using (var db = test.Open())
        {
            var last = await db.Equipment
                .Where(u => !db.Requests.Any(r => r.EquipmentId == u.Id) && !db.Equipment.Any(e => e.ParentId == u.Id))
                .OrderByDescending(u => u.Id).Select(u => u.Id).FirstAsync();
            await db.Set<Domain.InstalledBase.EquipmentMove>().Where(m => m.EquipmentId == last).ExecuteDeleteAsync();
            await db.Set<Domain.InstalledBase.Component>().Where(c => c.EquipmentId == last).ExecuteDeleteAsync();
            await db.Set<JournalLine>().Where(l => l.DocumentId == last).ExecuteDeleteAsync();
            await db.Heads.Where(h => h.Id == last).ExecuteDeleteAsync();
            await db.Equipment.Where(u => u.Id == last).ExecuteDeleteAsync();
        }
        (await FaultsAsync(test)).ShouldBe([new("count-differs", "equipment", "", "", "199 / 200")]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Lines_without_their_document_are_found(Kind kind)
    {
        await using var test = await CompanyAsync(kind);
        await using (var db = test.Open()) await db.AttachedCharters.ExecuteDeleteAsync();
        (await FaultsAsync(test)).Select(f => (f.Code, f.Kind)).ShouldContain(("lines-without-document", "attached-charter"));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Exchanged_journals_are_found(Kind kind)
    {
        await using var test = await CompanyAsync(kind);
        Guid[] two;
        await using (var db = test.Open()) two = await db.Requests.OrderBy(r => r.Seq).Take(2).Select(r => r.Id).ToArrayAsync();
        foreach (var (from, to) in new[] { (two[0], Guid.Empty), (two[1], two[0]), (Guid.Empty, two[1]) })
        {
            await using var db = test.Open();
            await db.JournalLines.Where(l => l.DocumentId == from).ExecuteUpdateAsync(l => l.SetProperty(x => x.DocumentId, to));
        }
        var faults = await FaultsAsync(test);
        faults.Count(f => f.Code == "line-of-another" && f.Detail == "0").ShouldBe(2);
        faults.Count(f => f.Code == "end-differs").ShouldBe(2);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_line_that_is_nothing_of_ours_is_found_though_its_hash_fits(Kind kind)
    {
        await using var test = await CompanyAsync(kind);
        foreach (var (index, text) in new[] { (1, "nonsense"), (2, "[]"), (3, "{}") })
        {
            await using var db = test.Open();
            var (id, hash) = (await db.Requests.Where(r => r.Seq == index).Select(r => r.Id).SingleAsync(), HashOf(text));
            await db.JournalLines.Where(l => l.Index == 0 && l.DocumentId == id)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.Text, text).SetProperty(x => x.Hash, hash));
        }
        (await FaultsAsync(test)).Count(f => f.Code == "line-unreadable").ShouldBe(3);
    }

    [Fact]
    public async Task A_value_that_is_none_of_its_column_is_found_and_the_rest_is_looked_at()
    {
        await using var test = await CompanyAsync(Kind.Sqlite);
        await RunAsync(test, "UPDATE req_requests SET reported_at = 'yesterday' WHERE seq = 1");
        await RunAsync(test, "UPDATE req_requests SET reopened = 'often' WHERE seq = 2");
        await RunAsync(test, "UPDATE req_requests SET dealer_id = 'x' WHERE seq = 3");
        (await FaultsAsync(test)).Where(f => f.Code == "row-changed").Select(f => f.Detail)
            .ShouldBe(["reported_at", "reopened", "dealer_id"], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Nothing_that_is_proved_changes_without_a_line(Kind kind)
    {
        await using var test = await CompanyAsync(kind);
        foreach (var work in new Func<ServiceDb, Task>[]
        {
            async db => (await db.Settings.SingleAsync()).Name = "别的公司",
            // By name: accounts come in any order, and to the administrator this would be no change.
            async db => (await db.Accounts.SingleAsync(a => a.UserName == "kefu")).Roles = ["administrator"],
            async db => (await db.ApiTokens.FirstAsync(t => t.RevokedAt == null)).Revoke(A.Now.AddYears(1)),
            async db => db.Remove(await db.Accounts.FirstAsync()),
            async db => db.Remove(await db.Set<Domain.Customers.Contact>().FirstAsync()),
            async db => db.Entry(await db.Requests.FirstAsync()).Property(r => r.Description).CurrentValue = "别的",
        })
        {
            var why = await Should.ThrowAsync<InvalidOperationException>(() => test.Writer.RunAsync(work));
            why.Message.ShouldContain("without a journal line");
        }
        (await FaultsAsync(test)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_table_and_kind_has_words()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        await using var db = test.Open();
        var map = new StateMap(db.Model);
        string[] keys =
        [
            .. map.Parts.Concat(map.Company).Select(p => "verify.row." + p.Table),
            .. map.Documents.Select(d => "document-kind." + map.KindOf(d)),
        ];
        keys.Where(k => !Dictionary.Entries.ContainsKey(k)).ShouldBeEmpty();
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private async Task<TestDatabase> CompanyAsync(Kind kind)
    {
        var test = await TestDatabase.NewAsync(kind, cluster);
        var shelf = new CharterShelf(test.Store, test.Writer, TimeProvider.System);
        await shelf.OpenAsync(CancellationToken.None);
        await new LoadDemo(test.Store, test.Writer, shelf, AccountVerbs.Passwords, TimeProvider.System).RunAsync(60, asked: true);
        var now = DateTimeOffset.UtcNow.ToMilliseconds();
        ApiToken Token(string name) => ApiToken.Create(name, [Roles.Administrator], now).Token;
        var (old, fresh) = (Token("旧系统"), Token("新系统"));
        await test.Writer.RunAsync(async db =>
        {
            await EditTokens.AddAsync(db, old, A.Clerk, now);
            await EditTokens.AddAsync(db, fresh, A.Clerk, now);
            var id = await db.Requests.Where(r => r.Seq == 1).Select(r => r.Id).SingleAsync();
            var request = (await db.FindRequestAsync(id, Actor.System))!;
            request.Attach("铭牌.jpg", "image/jpeg", 3, new string('a', 64), A.Clerk, now);
            request.Note("内部备注", A.Clerk, now);
        });
        await test.Writer.RunAsync(async db =>
            await EditTokens.RevokeAsync(db, await db.ApiTokens.SingleAsync(t => t.Id == old.Id), A.Clerk, now));
        return test;
    }

    private static async Task<List<RecordFault>> FaultsAsync(TestDatabase test)
    {
        await using var db = test.Open();
        return await new RecordVerifier(db).FaultsAsync().ToListAsync();
    }

    private static async Task RunAsync(TestDatabase test, string sql)
    {
        await using var db = test.Open();
        var own = !db.IsSqlite ? sql
            : sql.Replace("min(id::text)", "min(id)", StringComparison.Ordinal).Replace("::uuid", "", StringComparison.Ordinal);
#pragma warning disable EF1002 // Statements of this test.
        (await db.Database.ExecuteSqlRawAsync(own)).ShouldBeGreaterThan(0, own);
#pragma warning restore EF1002
    }
}
