using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Web.Features;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Tests.Charters;
using Sanbao.Web.Tests.Data;
using CharterVersion = Sanbao.Data.CharterVersion;

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

    [Fact]
    public async Task Beside_a_companys_records_its_own_laws_are_known()
    {
        var folder = Directory.CreateTempSubdirectory("sanbao-check-").FullName;
        (await CommandLine.Run(["migrate", "--data", folder], AllVerbs.List)).ShouldBe(0);
        await using (var store = ServiceDatabase.Of(folder, null))
        {
            await using var db = store.CreateDbContext();
            var text = Shop.Next("2020-01-01", version: 1).Replace("charter: S7", "charter: X01", StringComparison.Ordinal);
            var law = CharterLibrary.Shipped.Propose(new("law", text)).Charter!;
            var stored = new DateTimeOffset(2026, 5, 2, 9, 0, 0, TimeSpan.Zero);
            await db.AddNotedAsync(new CharterVersion(law.Code, law.Version, law.Hash, text, law.InForce, "李建国", stored));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var file = Path.Combine(folder, "S7.yaml");
        await File.WriteAllTextAsync(file, Shop.Next() + "law: X01\n", TestContext.Current.CancellationToken);
        (await CommandLine.Run(["charter", "check", file], [CharterVerb.Check])).ShouldBe(1, "the shipped charters have no such law");
        (await CommandLine.Run(["charter", "check", "--data", folder, file], [CharterVerb.Check])).ShouldBe(0);
        Directory.Delete(folder, recursive: true);
    }
}
