using Sanbao.Web.Platform.CommandLine;

namespace Sanbao.Web.Tests.Platform;

public class CharterVerbTests
{
    [Fact]
    public async Task A_wrong_charter_ends_with_1_and_a_missing_file_does_not_stop_the_others()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "nonsense: [", TestContext.Current.CancellationToken);
        (await CommandLine.Run(["charter", "check", file], [CharterVerb.Check])).ShouldBe(1);
        (await CommandLine.Run(["charter", "check", "no/such/file.yaml", file], [CharterVerb.Check])).ShouldBe(1);
        File.Delete(file);
    }

    [Fact]
    public async Task The_shipped_charters_are_clean()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "../../../../charters");
        (await CommandLine.Run(["charter", "check", .. Directory.EnumerateFiles(folder, "*.yaml")], [CharterVerb.Check])).ShouldBe(0);
    }
}
