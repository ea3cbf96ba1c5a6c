using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.State;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Features.Backup;
using Sanbao.Web.Features.Demo;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Demo;

public class DemoTests(PostgresCluster cluster)
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 10, 15, 0, TimeSpan.FromHours(8));

    internal static async Task<CharterShelf> LoadAsync(
        TestDatabase test, int requests, DateTimeOffset? at = null, Action<int>? progress = null, CancellationToken cancel = default)
    {
        var clock = new StoppedClock(at ?? Now);
        var shelf = new CharterShelf(test.Store, test.Writer, clock);
        await shelf.OpenAsync(CancellationToken.None);
        await new LoadDemo(test.Store, test.Writer, shelf, AccountVerbs.Passwords, clock).RunAsync(requests, asked: true, progress, cancel);
        return shelf;
    }

    private static async Task<string[]> WhatIsSeenAsync(TestDatabase test)
    {
        await using var db = test.Open();
        return await db.Requests.OrderBy(r => r.Seq)
            .Select(r => r.Number + "|" + r.Serial + "|" + r.CustomerName + "|" + r.Description + "|" + r.Status + "|" + r.Covered + "|"
                + r.Solution).ToArrayAsync();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_demo_has_as_many_requests_as_asked_with_clocks_that_run_and_some_that_are_overdue(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        await LoadAsync(test, 600);

        await using var db = test.Open();
        (await db.Requests.CountAsync()).ShouldBe(600);
        (await db.Requests.Where(r => r.Status == RequestStatus.Open).Select(r => r.CharterCode).Distinct().OrderBy(c => c).ToListAsync())
            .ShouldBe(["JC", "S0", "S6", "S9"]);
        var now = Now.ToMilliseconds();
        (await db.Requests.CountAsync(r => r.NextDue < now)).ShouldBeGreaterThan(3);
        var tomorrow = now.AddDays(1);
        (await db.Requests.CountAsync(r => r.NextDue >= now && r.NextDue < tomorrow)).ShouldBeGreaterThan(3);
        (await db.Requests.CountAsync(r => r.Status == RequestStatus.Closed)).ShouldBeGreaterThan(500);
        (await db.Requests.CountAsync(r => r.Covered == true)).ShouldBeGreaterThan(100);
        (await db.Requests.CountAsync(r => r.Covered == false)).ShouldBeGreaterThan(100);
        (await db.Requests.AnyAsync(r => r.UpdatedAt > now)).ShouldBeFalse();
        (await new RecordVerifier(db).FaultsAsync().ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    // The last seconds of a year, its first, a day that most years lack, a night in the autumn holidays, a Sunday of a year without
    // announced holidays.
    [InlineData("2026-12-31T23:59:50+08:00")]
    [InlineData("2027-01-01T00:00:00+08:00")]
    [InlineData("2028-02-29T12:00:00+08:00")]
    [InlineData("2026-10-04T03:00:00+08:00")]
    [InlineData("2029-07-15T09:00:00+08:00")]
    public async Task Whatever_the_day_the_demo_is_sound_and_something_is_due(string day)
    {
        var now = DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var shelf = await LoadAsync(test, 600, now);
        (await new VerifyRecords(test.Store, shelf, "", now).FaultsAsync().Select(f => $"{f.Code} {string.Join(' ', f.Arguments)}")
            .ToArrayAsync()).ShouldBeEmpty();
        await using var db = test.Open();
        (await db.Requests.CountAsync(r => r.NextDue < now)).ShouldBeGreaterThan(3);
        (await db.AnyAlarmAsync(now)).ShouldBeTrue("the bell has something to ring for");
    }

    [Fact]
    public async Task No_unit_ran_longer_than_there_were_hours_since_it_is_in_use()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        await LoadAsync(test, 300);
        await using var db = test.Open();
        var read = await db.Equipment.AsNoTracking().Where(u => u.UsageHours != null).ToListAsync();
        read.Count.ShouldBeGreaterThan(5);
        var today = DateOnly.FromDateTime(Now.UtcDateTime.AddHours(8));
        read.Where(u => u.UsageHours > 24 * (today.DayNumber - (u.Dates.Commissioned ?? u.Dates.Delivered ?? DateOnly.MinValue).DayNumber))
            .Select(u => $"{u.Serial} {u.Dates.Commissioned} {u.UsageHours}").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_day_gives_the_same_company()
    {
        await using var one = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        await using var other = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        await LoadAsync(one, 300);
        await LoadAsync(other, 300);
        (await WhatIsSeenAsync(one)).ShouldBe(await WhatIsSeenAsync(other));
    }

    [Fact]
    public async Task The_demo_never_mixes_with_records_that_are_there()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        await LoadAsync(test, 100);
        (await Should.ThrowAsync<RefusedException>(() => LoadAsync(test, 100))).Refusal.Code.ShouldBe("demo.not-empty");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_load_that_was_killed_halfway_is_begun_afresh_and_never_taken_for_whole(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        using var killed = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => LoadAsync(test, 2400, progress: percent =>
        {
            if (percent >= 60) killed.Cancel();
        }, cancel: killed.Token));
        await using var db = test.Open();
        (await db.Requests.CountAsync()).ShouldBeInRange(1, 2399);

        // A moment later it might still be at work.
        (await Should.ThrowAsync<RefusedException>(() => LoadAsync(test, 600))).Refusal.Code.ShouldBe("demo.being-loaded");
        await LoadAsync(test, 600, Now.AddMinutes(1));

        (await db.Requests.CountAsync()).ShouldBe(600);
        (await db.Requests.MaxAsync(r => r.Seq)).ShouldBe(600);
        (await new RecordVerifier(db).FaultsAsync().ToListAsync()).ShouldBeEmpty();
        (await db.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM req_requests_search").SingleAsync()).ShouldBe(600);
        (await Should.ThrowAsync<RefusedException>(() => LoadAsync(test, 600, Now.AddHours(1)))).Refusal.Code.ShouldBe("demo.not-empty");
    }
}
