using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>A disk is full or cannot be written: whoever writes is told to come again, who reads goes on, who watches is told.</summary>
public class FullDiskTests(PostgresCluster cluster)
{
    private const int Megabytes = 24, Photo = 2_000_000, Failures = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_no_longer_fits_is_for_later_and_one_reads_on(Kind kind)
    {
        var data = Directory.CreateTempSubdirectory("sanbao-full-").FullName;
        var database = kind is Kind.Postgres ? await cluster.NewDatabaseAsync() : null;
        await using var program = await Program.ServeOnSmallDisk(data, database, Megabytes);
        var place = await ComeInAsync(program, data, database);
        (await StatusAsync(program, "/health/ready")).ShouldBe(HttpStatusCode.OK);

        var answers = new List<HttpStatusCode>();
        for (var n = 0; answers.Count(a => a is not HttpStatusCode.OK) < Failures; n++)
        {
            using var answer = await AttachAsync(program, place, n);
            answers.Add(answer.StatusCode);
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable) answer.Headers.RetryAfter.ShouldNotBeNull();
        }
        answers.Distinct().ShouldBe([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]);
        for (var n = 0; n < Failures; n++)
            (await TakeInAsync(program)).StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable);

        (await StatusAsync(program, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(program, "/health/live")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(program, place)).ShouldBe(HttpStatusCode.OK);
        var said = await program.SaidUntilKilled();
        // What failed is in the log, and the way to it once.
        said.ShouldContain("No space left");
        Regex.Count(said, @"^\s+at .*FileStore", RegexOptions.Multiline).ShouldBeLessThan(10);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_is_told_in_the_same_way()
    {
        var data = Directory.CreateTempSubdirectory("sanbao-read-only-").FullName;
        var database = await cluster.NewDatabaseAsync();
        await using var program = await Program.ServeOnSmallDisk(data, database, Megabytes);
        var place = await ComeInAsync(program, data, database);
        await program.MakeReadOnly(data);

        (await AttachAsync(program, place, 1)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(program, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await TakeInAsync(program)).StatusCode.ShouldBe(HttpStatusCode.Created, "the records are elsewhere");
        await program.Kill();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>A program with a token, and the address of the request that it made.</summary>
    private static async Task<string> ComeInAsync(Program program, string data, string? database)
    {
        var token = await program.RunBeside(data, database, "token", "create", "--name", "test", "--role", "liaison");
        program.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var made = await TakeInAsync(program);
        var text = await made.Content.ReadAsStringAsync(Cancel);
        made.StatusCode.ShouldBe(HttpStatusCode.Created, text);
        return $"/api/v1/requests/{(string)JsonNode.Parse(text)!["number"]!}";
    }

    private static async Task<HttpResponseMessage> TakeInAsync(Program program)
    {
        const string Said = """{"category":"fault","description":"轴承异响","charter":"S0"}""";
        using var content = new StringContent(Said, Encoding.UTF8, "application/json");
        return await program.Http.PostAsync(new Uri("/api/v1/requests", UriKind.Relative), content, Cancel);
    }

    private static async Task<HttpResponseMessage> AttachAsync(Program program, string place, int number)
    {
        // Each another one: the same bytes are kept once.
        var bytes = new byte[Photo];
        new Random(number).NextBytes(bytes);
        ((byte[])[0xFF, 0xD8, 0xFF, 0xE0]).CopyTo(bytes, 0);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "files", $"{number}.jpg" } };
        return await program.Http.PostAsync(new Uri(place + "/attachments", UriKind.Relative), form, Cancel);
    }

    private static async Task<HttpStatusCode> StatusAsync(Program program, string path)
    {
        using var answer = await program.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return answer.StatusCode;
    }
}
