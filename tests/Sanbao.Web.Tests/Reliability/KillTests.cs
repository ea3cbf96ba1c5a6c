using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>Nothing acknowledged is ever lost, and nothing happens twice, when the process is killed in the middle of the work.</summary>
public class KillTests(PostgresCluster cluster)
{
    private const int Callers = 200;
    private const int KilledAfter = 150;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_acknowledged_request_is_there_after_kill_9_with_its_clock_and_once(Kind kind)
    {
        var data = Directory.CreateTempSubdirectory("sanbao-kill-").FullName;
        var database = kind == Kind.Postgres ? await cluster.NewDatabaseAsync() : null;
        var token = await Program.Run(data, database, "token", "create", "--name", "test", "--role", "liaison");

        var (tried, acknowledged) = await CreateUntilKilled(data, database, token);
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(KilledAfter);

        await using var again = await Program.Serve(data, database);
        again.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (key, number) in acknowledged) await ShouldBeThere(again, key, number);
        // Keys whose answer was never seen are safe to send again: the first result, or the only one.
        var rest = await Task.WhenAll(tried.Where(k => !acknowledged.ContainsKey(k))
            .Select(async key => (string)(await Answer(await Create(again, key)))["number"]!));
        var all = acknowledged.Values.Concat(rest).ToArray();
        all.Distinct().Count().ShouldBe(all.Length);
        (await CountAll(again)).ShouldBe(all.Length, "none twice");
        Directory.Delete(data, recursive: true);
    }

    private static async Task<(ConcurrentBag<string> Tried, ConcurrentDictionary<string, string> Acknowledged)> CreateUntilKilled(
        string data, string? database, string token)
    {
        var (tried, acknowledged) = (new ConcurrentBag<string>(), new ConcurrentDictionary<string, string>());
        await using var program = await Program.Serve(data, database);
        program.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var enough = new TaskCompletionSource();
        var rounds = Enumerable.Range(0, Callers).Select(async caller =>
        {
            // Each caller goes on with keys of its own until the line goes dead.
            for (var n = caller; ; n += Callers)
            {
                tried.Add($"key-{n}");
                var answer = await Create(program, $"key-{n}");
                if (answer.StatusCode != HttpStatusCode.Created) continue;
                acknowledged[$"key-{n}"] = (string)(await Answer(answer))["number"]!;
                if (acknowledged.Count >= KilledAfter) enough.TrySetResult();
            }
        }).Select(Ended).ToArray();
        await Task.WhenAny(enough.Task, Task.WhenAll(rounds));
        await program.Kill();
        await Task.WhenAll(rounds);
        return (tried, acknowledged);
    }

    /// <summary>The caller's end is the broken line, nothing else.</summary>
    private static async Task Ended(Task caller)
    {
        try { await caller; }
        catch (HttpRequestException) { }
        catch (IOException) { }
    }

    private static async Task ShouldBeThere(Program program, string key, string number)
    {
        var stored = await Answer(await program.Http.GetAsync($"/api/v1/requests/{number}", TestContext.Current.CancellationToken));
        ((string?)stored["deadlines"]![0]!["promise"]).ShouldBe("reply", number);
        ((string?)(await Answer(await Create(program, key)))["number"]).ShouldBe(number, "the key's first result");
    }

    private static async Task<int> CountAll(Program program)
    {
        var (count, after) = (0, "");
        do
        {
            var page = await Answer(
                await program.Http.GetAsync($"/api/v1/requests?status=all&sort=reported&limit=500{after}",
                TestContext.Current.CancellationToken));
            count += page["items"]!.AsArray().Count;
            after = (string?)page["next"] is { } next ? $"&after={Uri.EscapeDataString(next)}" : "";
        } while (after.Length > 0);
        return count;
    }

    private static Task<HttpResponseMessage> Create(Program program, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests")
        {
            Content = new StringContent(
                $$"""
                {"channel":"phone","category":"fault","customer":{"name":"客户 {{key}}","phone":"0512-66660000"},
                 "description":"轴承异响 {{key}}","charter":"S0"}
                """,
                Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", key);
        return program.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonObject> Answer(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!.AsObject();
    }
}
