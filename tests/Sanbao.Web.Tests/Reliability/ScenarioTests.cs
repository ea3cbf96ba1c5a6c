using System.Diagnostics;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>Stories of service work, told step by step over the interface for programs and played against the running program.</summary>
public class ScenarioTests(PostgresCluster cluster)
{
    /// <summary>Those of which every document is built.</summary>
    private static readonly string[] Built = ["00-shape.json"];

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_story_of_what_is_built_comes_out_as_it_is_told(Kind kind)
    {
        if (Repository.Beside("shared", "tools") is not { } tools
            || Repository.Beside("shared", "spec", "cases", "scenarios") is not { } stories)
        {
            TestContext.Current.TestOutputHelper?.WriteLine("not played: the stories are not beside the repository");
            return;
        }
        var data = Directory.CreateTempSubdirectory("sanbao-story-").FullName;
        var database = kind is Kind.Postgres ? await cluster.NewDatabaseAsync() : null;
        await using (var program = await Program.Serve(data, database))
        {
            var start = new ProcessStartInfo("python3")
            {
                ArgumentList = { Path.Combine(tools, "scenarios"), $"{program.Http.BaseAddress}".TrimEnd('/'),
                    Program.ShellLine(data, database, "token", "create") },
                RedirectStandardOutput = true, RedirectStandardError = true,
            };
            foreach (var story in Built) start.ArgumentList.Add(Path.Combine(stories, story));
            using var player = Process.Start(start)!;
            var errors = player.StandardError.ReadToEndAsync();
            var said = await player.StandardOutput.ReadToEndAsync();
            await player.WaitForExitAsync(TestContext.Current.CancellationToken);
            player.ExitCode.ShouldBe(0, said + await errors);
            said.ShouldContain(" 0 failed");
            said.ShouldNotContain("0 passed");
        }
        Directory.Delete(data, recursive: true);
    }
}
