using System.Net;
using System.Text.Json;
using Npgsql;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Requests;

namespace Sanbao.Web.Tests.Platform;

/// <summary>The records are away for a while: nothing of ours failed, and whoever asks is told to come again.</summary>
public class StoreAwayTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Without_its_database_a_site_lives_but_is_not_ready_and_says_when_to_come_again()
    {
        await using var office = await Office.OpenAsync(Kind.Postgres, cluster);
        (await AskAsync(office, "/health/ready")).Status.ShouldBe(HttpStatusCode.OK);

        await TakeAwayAsync(office);

        (await AskAsync(office, "/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { "/health/ready", "/api/v1/requests", "/api/v1/requests/FW-2026-000001" })
        {
            var (status, code, again) = await AskAsync(office, path);
            (status, code, again > TimeSpan.Zero).ShouldBe((HttpStatusCode.ServiceUnavailable, "unavailable", true), path);
        }
        using var posted = await office.SendAsync("""{"category":"fault","description":"轴承异响"}""", "k-1");
        posted.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Without_its_file_a_site_is_not_ready()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster, migrate: false);
        var check = new Sanbao.Web.Platform.Store.StoreIsThere(test.Store);
        (await check.CheckHealthAsync(new(), TestContext.Current.CancellationToken))
            .Status.ShouldBe(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);
    }

    private static async Task TakeAwayAsync(Office office)
    {
        var gone = new NpgsqlConnectionStringBuilder(office.Get<Sanbao.Data.ServiceDatabase>().ConnectionString);
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(gone.ConnectionString) { Database = "postgres", SearchPath = null,
            Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var statement in new[]
        {
            $"ALTER DATABASE {gone.Database} ALLOW_CONNECTIONS false",
            $"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{gone.Database}'",
            $"ALTER DATABASE {gone.Database} RENAME TO {gone.Database}_away",
        })
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<(HttpStatusCode Status, string? Code, TimeSpan? Again)> AskAsync(Office office, string path)
    {
        using var response = await office.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var code = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? JsonDocument.Parse(text).RootElement.GetProperty("code").GetString() : null;
        return (response.StatusCode, code, response.Headers.RetryAfter?.Delta);
    }
}
