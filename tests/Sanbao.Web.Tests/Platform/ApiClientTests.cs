using System.Diagnostics;

namespace Sanbao.Web.Tests.Platform;

/// <summary>What programmers do with the document of the interface: they let a linter read it and a generator write their client.</summary>
public class ApiClientTests
{
    private static readonly string Tools = Repository.PathOf("tests", "api");
    private static readonly string Made = Directory.CreateDirectory(Repository.PathOf("artifacts", "api")).FullName;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task The_linter_finds_nothing_and_the_client_that_a_generator_writes_compiles()
    {
        await using var site = await TestSite.Start();
        using var response = await site.Browse().Get("/openapi/v1.json");
        var document = Path.Combine(Made, "v1.json");
        await File.WriteAllTextAsync(document, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        if (!Directory.Exists(Path.Combine(Tools, "node_modules")))
            await Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");

        await Run(Tool("spectral"), "lint", "--fail-severity=hint", document);
        await Run(Tool("openapi-typescript"), document, "--output", Path.Combine(Made, "sanbao.ts"));
        await Run(Tool("tsc"), "--project", Tools);
    }

    private static string Tool(string name) => Path.Combine(Tools, "node_modules", ".bin", name);

    private static async Task Run(string program, params string[] arguments)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Longest);
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = Tools })!;
        var (said, complained) =
            (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(0, $"{Path.GetFileName(program)}: {await said}{await complained}");
    }
}
