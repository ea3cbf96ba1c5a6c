using Microsoft.EntityFrameworkCore;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>The records of a company whose nodes run as processes of their own; the test writes and looks beside them.</summary>
internal sealed class SharedRecords : IAsyncDisposable
{
    public const string Password = "a good password";

    // S0: a reply is owed within two hours of the report.
    private static readonly TimeSpan ToReply = TimeSpan.FromHours(2);

    private readonly string folder = Directory.CreateTempSubdirectory("sanbao-nodes-").FullName;
    private readonly ServiceDatabase store;
    private readonly Writer writer;

    public SharedRecords(string connection)
    {
        Connection = connection;
        store = ServiceDatabase.Of(folder, "postgres:" + connection);
        writer = new Writer(store);
    }

    public string Connection { get; }

    /// <summary>One node more, with a data folder of its own: what nodes share is in the database.</summary>
    public Task<Program> Node(string name) => Program.Serve(Path.Combine(folder, name), Connection);

    public Program BeginNode(string name) => Program.Begin(Path.Combine(folder, name), Connection);

    public ServiceDb Open() => store.CreateDbContext();

    public async Task Hire(string login, string role)
    {
        var hash = await AccountVerbs.Passwords.HashAsync(Password);
        var now = DateTimeOffset.UtcNow.ToMilliseconds();
        await writer.RunAsync(db => EditAccounts.CreateAsync(db, new(login, login, [role]), hash, temporary: false, Actor.System, now));
    }

    /// <summary>Requests whose replies are due then; negative: were due that long ago.</summary>
    public async Task TakeIn(int count, TimeSpan dueIn)
    {
        var charter = CharterLibrary.Shipped.InForce("S0", A.Today)!;
        await Task.WhenAll(Enumerable.Range(0, count).Select(n =>
        {
            var now = DateTimeOffset.UtcNow.ToMilliseconds();
            var intake = new Intake
            {
                Channel = Domain.Charters.Channel.Phone, Category = Domain.Charters.RequestCategory.Fault, Description = $"轴承异响 {n}",
                CustomerName = "苏州轨道交通", CustomerPhone = "0512-66660000", ReportedAt = now + dueIn - ToReply,
            };
            var request = ServiceRequest.Open(intake, charter, judged: null, A.Clerk, now);
            return writer.CreateAsync(creation => { creation.Add(request, 2026); return true; });
        }));
    }

    public async Task<int> Fired(FiringLevel? level = null)
    {
        await using var db = Open();
        return await db.Firings.CountAsync(f => level == null || f.Level == level);
    }

    /// <summary>Whoever writes a firing waits until this is disposed of, with all that he has claimed in his hands.</summary>
    public async Task<Stopped> StopFirings()
    {
        var db = Open();
        await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("LOCK TABLE prm_firings IN SHARE MODE", TestContext.Current.CancellationToken);
        return new(db);
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    internal sealed class Stopped(ServiceDb db) : IAsyncDisposable
    {
        public Task<int> Waiting() => db.Database
            .SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM pg_locks WHERE relation = 'prm_firings'::regclass AND NOT granted""")
            .SingleAsync(TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => db.DisposeAsync();
    }
}
