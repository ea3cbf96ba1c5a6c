using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Web.Features;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Platform;

/// <summary>Verbs and the records they are pointed at: what is wrong there is one sentence and a code, never a trace of the
/// program.</summary>
[Collection(nameof(Terminal))]
public sealed class RecordVerbTests(PostgresCluster cluster) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sanbao-records-").FullName;

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    private static readonly string[] Typed =
    [
        "serve --urls http://127.0.0.1:0", "demo", "migrate", "verify", "backup b.zip", "token create --name n --role liaison",
            "token list", "token revoke n",
        "user create a --name 赵敏 --role liaison", "user reset-password a",
    ];

    public static TheoryData<string> Verbs => [.. Typed];

    [Fact]
    public void Every_verb_takes_the_database_as_serve_does() =>
        AllVerbs.List.Where(v => !v.Options.Contains(Option.Database)).Select(v => v.Name).ShouldBeEmpty();

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_database_that_cannot_be_meant_is_wrong_usage(string verb)
    {
        await Says(verb, 2, "postgres:CONNECTION STRING", "--database", "mysql:x");
        await Says(verb, 2, "Hst", "--database", "postgres:Hst=db");
        await Says(verb, 2, "Host=", "--database", "postgres:Username=sanbao");
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_database_that_cannot_be_reached_is_told(string verb) =>
        await Says(verb, 1, "The database cannot be used", "--database", "postgres:Host=127.0.0.1;Port=1;Username=sanbao");

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_file_that_is_no_database_is_told(string verb)
    {
        Directory.CreateDirectory(Path.Combine(folder, "companies", "main"));
        await File.WriteAllTextAsync(Path.Combine(folder, "companies", "main", "sanbao.db"), new string('x', 5000),
            TestContext.Current.CancellationToken);
        await Says(verb, 1, "not a database");
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("backup b.zip")]
    [InlineData("user reset-password a")]
    [InlineData("token list")]
    [InlineData("token revoke n")]
    [InlineData("import customers FILE")]
    [InlineData("import customers FILE --dry-run")]
    public async Task A_folder_without_records_is_not_taken_for_a_company_without_any(string verb)
    {
        var file = Path.Combine(folder, "c.csv");
        await File.WriteAllTextAsync(file, "客户名称\n苏州泵业\n", TestContext.Current.CancellationToken);
        await Says(verb.Replace("FILE", file, StringComparison.Ordinal), 1, folder);
        Directory.Exists(Path.Combine(folder, "companies", "main")).ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_file_is_not_in_order()
    {
        Directory.CreateDirectory(Path.Combine(folder, "companies", "main"));
        await File.WriteAllTextAsync(Path.Combine(folder, "companies", "main", "sanbao.db"), "", TestContext.Current.CancellationToken);
        await Says("verify", 1, folder);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:8080;")]
    public async Task An_address_that_is_none_is_wrong_usage(string urls) => await Says("serve", 2, "http://0.0.0.0:8080", "--urls", urls);

    [Fact]
    public async Task An_address_that_is_not_this_machines_is_told()
    {
        var (exit, _, error) = await Terminal.RunAsync("serve", "--no-demo", "--data", folder, "--urls", "http://192.0.2.1:6000");
        (exit, error.StartsWith("Cannot listen on http://192.0.2.1:6000", StringComparison.Ordinal)).ShouldBe((1, true), error);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Migrate_brings_the_database_to_its_shape_once(Kind kind)
    {
        var place = await PlaceAsync(kind);
        (await Terminal.RunAsync(["migrate", .. place])).Output.ShouldContain("migration");
        (await Terminal.RunAsync(["migrate", .. place])).ShouldBe((0, "The database was up to date already." + Environment.NewLine, ""));
        // A shape without a company is nothing that could be in order.
        var verified = await Terminal.RunAsync(["verify", .. place]);
        (verified.Exit, verified.Error.Contains("no records of a company", StringComparison.Ordinal)).ShouldBe((1, true), verified.Error);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Records_of_a_newer_program_are_left_alone(Kind kind)
    {
        var place = await PlaceAsync(kind);
        await Terminal.RunAsync(["migrate", .. place]);
        await using (var store = ServiceDatabase.Of(folder, place.Length > 2 ? place[3] : null))
        await using (var db = store.CreateDbContext())
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '10')""",
                TestContext.Current.CancellationToken);
        foreach (var verb in Typed)
        {
            var (exit, _, error) = await Terminal.RunAsync([.. verb.Split(' '), .. place]);
            (exit, error.Contains("29990101000000_Later", StringComparison.Ordinal)).ShouldBe((1, true), $"{verb}: {error}");
        }
    }

    [Fact]
    public async Task A_charter_is_checked_beside_those_of_the_company_that_is_named()
    {
        await Terminal.RunAsync("migrate", "--data", folder);
        var shipped = Path.Combine(AppContext.BaseDirectory, "../../../../charters/S1.yaml");
        var changed = Path.Combine(folder, "S1.yaml");
        await File.WriteAllTextAsync(changed, await File.ReadAllTextAsync(shipped, TestContext.Current.CancellationToken) + "# other words"
            + Environment.NewLine, TestContext.Current.CancellationToken);
        (await Terminal.RunAsync("charter", "check", shipped, "--data", folder)).Exit.ShouldBe(0);
        (await Terminal.RunAsync("charter", "check", changed)).Exit.ShouldBe(0);
        var (exit, output, _) = await Terminal.RunAsync("charter", "check", changed, "--data", folder);
        exit.ShouldBe(1);
        output.ShouldStartWith(changed + ":");
    }

    private async Task Says(string verb, int exit, string says, params string[] place)
    {
        var done = await Terminal.RunAsync([.. verb.Split(' '), "--data", folder, .. place]);
        done.Exit.ShouldBe(exit, done.Error);
        done.Output.ShouldBeEmpty();
        done.Error.ShouldContain(says);
        done.Error.ShouldNotContain("   at ");
    }

    private async Task<string[]> PlaceAsync(Kind kind) =>
        kind is Kind.Sqlite ? ["--data", folder] : ["--data", folder, "--database", "postgres:" + await cluster.NewDatabaseAsync()];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
