using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Live;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Reliability;

namespace Sanbao.Web.Tests.Requests.Ledger;

/// <summary>Open pages hear that something was committed.</summary>
public class LiveTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_commit_reaches_whoever_listens(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        using var client = centre.ClientOf("liaison");
        await using var stream = await client.GetStreamAsync(new Uri("/live", UriKind.Relative), TestContext.Current.CancellationToken);
        using var lines = new StreamReader(stream);
        await EventAsync(lines, "open");
        await centre.TakeInAsync();
        await EventAsync(lines, "news");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_another_process_commits_is_heard_too(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var signal = centre.Get<ChangeSignal>();
        await using var other = new OtherNode(centre.Get<ServiceDatabase>());
        // Until the listening has begun a change may pass unheard; so the other one goes on writing. The beginning itself is one change.
        var seen = signal.Count;
        await Poll.Until("it is heard again and again", async () =>
        {
            await other.WriteAsync();
            return signal.Count > seen + 2;
        });
    }

    private static async Task EventAsync(StreamReader lines, string name)
    {
        string? line;
        do line = await lines.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && line != "event: " + name);
        line.ShouldNotBeNull();
    }

    /// <summary>A second process on the same records, as far as the database can tell.</summary>
    private sealed class OtherNode : IAsyncDisposable
    {
        private readonly Writer writer;
        private readonly PostgresCommits? commits;
        private readonly CancellationTokenSource ending = new();
        private readonly Task telling;

        public OtherNode(ServiceDatabase store)
        {
            writer = new Writer(store);
            if (!store.IsSqlite) writer.Committed += (commits = new(store.ConnectionString, store.Schema, new())).Note;
            telling = commits?.TellAsync(ending.Token) ?? Task.CompletedTask;
        }

        public Task<bool> WriteAsync() => writer.CreateAsync(creation => { creation.Add(A.Request(), 2026); return true; });

        public async ValueTask DisposeAsync()
        {
            await ending.CancelAsync();
            await telling.ContinueWith(_ => { }, TaskScheduler.Default);
            ending.Dispose();
            await writer.DisposeAsync();
        }
    }
}
