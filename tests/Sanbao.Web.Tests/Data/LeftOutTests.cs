using Microsoft.EntityFrameworkCore;
using Sanbao.Data.State;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Tests.Data;

/// <summary>What no line of a journal proves, found by changing every column of every table.</summary>
public class LeftOutTests(PostgresCluster cluster)
{
    /// <summary>Computed again, told, read, of a while, or a person's own.</summary>
    private static readonly string[] Tables =
    [
        "acc_claims", "acc_ended_sessions", "acc_logins", "acc_secrets", "com_counters", "com_idempotency_keys", "com_identity",
        "com_protection_keys", "com_saved_views", "doc_heads", "jou_lines", "prm_deadlines", "prm_firings", "prm_notices",
    ];

    private static readonly string[] Columns =
    [
        "acc_accounts.access_failed_count", "acc_accounts.concurrency_stamp", "acc_accounts.lockout_end", "acc_accounts.security_stamp",
        "acc_tokens.last_used_at", "com_settings.days_applied", "com_settings.days_changed", "req_requests.next_due",
    ];

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Only_what_is_derived_or_has_no_line_is_left_out(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster, migrate: false);
        await using var db = test.Open();
        var map = new StateMap(db.Model);
        var proved = map.Documents.Concat(map.Parts).Concat(map.Company).ToList();
        db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Except(proved.Select(p => p.Table)).Order(StringComparer.Ordinal)
            .ShouldBe(Tables);
        proved.SelectMany(p => NotProved(p).Select(c => $"{p.Table}.{c}")).Except(map.Documents.SelectMany(EndOfChain))
            .Order(StringComparer.Ordinal).ShouldBe(Columns);
    }

    /// <summary>Where the chain ends is compared with the chain itself.</summary>
    private static IEnumerable<string> EndOfChain(RowPlan document) =>
        [$"{document.Table}.journal_length", $"{document.Table}.journal_head"];

    private static IEnumerable<string> NotProved(RowPlan plan)
    {
        object?[] row = [.. plan.Stored.Select(type => Value(type, other: false))];
        var said = plan.Sealed.Of(row);
        for (var i = 0; i < row.Length; i++)
        {
            object?[] changed = [.. row];
            changed[i] = Value(plan.Stored[i], other: true);
            if (plan.Sealed.Of(changed) == said) yield return plan.Columns[i];
        }
    }

    private static object Value(Type type, bool other) =>
        type == typeof(string) ? other ? "b" : "a"
        : type == typeof(bool) ? other
        : type == typeof(int) ? other ? 2 : 1
        : type == typeof(long) ? other ? 2L : 1L
        : type == typeof(decimal) ? other ? 2m : 1m
        : type == typeof(DateTime) ? A.Now.UtcDateTime.AddDays(other ? 1 : 0)
        : type == typeof(DateOnly) ? A.Today.AddDays(other ? 1 : 0)
        : type == typeof(Guid) ? new Guid(other ? 2 : 1, 0, 0, new byte[8])
        : type == typeof(byte[]) ? new[] { other ? (byte)2 : (byte)1 }
        : throw new NotSupportedException(type.Name);
}
