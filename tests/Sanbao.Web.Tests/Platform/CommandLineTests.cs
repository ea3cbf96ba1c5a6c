using Sanbao.Domain.Kernel;
using Sanbao.Web.Platform.CommandLine;

namespace Sanbao.Web.Tests.Platform;

public class CommandLineTests
{
    private string ran = "";

    private Task<int> Run(params string[] typed)
    {
        Verb Of(string name, string operands, params Option[] options) => new(name, operands, options, arguments =>
        {
            ran = $"{name}({string.Join(',', arguments.Operands)}) data={arguments[Option.Data]} quiet={arguments.Has(Option.NoDemo)}";
            return Task.FromResult(Exit.Success);
        });
        return CommandLine.Run(
            typed, [Of("serve", "", Option.Data, Option.NoDemo), Of("charter check", "FILE..."), Of("import", "KIND FILE", Option.Data)]);
    }

    [Theory]
    [InlineData("", "serve() data= quiet=False")]
    [InlineData("--data /d --no-demo", "serve() data=/d quiet=True")]
    [InlineData("serve --data=/d", "serve() data=/d quiet=False")]
    [InlineData("charter check a.yaml b.yaml", "charter check(a.yaml,b.yaml) data= quiet=False")]
    [InlineData("import customers c.csv --data x", "import(customers,c.csv) data=x quiet=False")]
    public async Task A_verb_gets_what_was_typed_after_it(string typed, string expected)
    {
        (await Run(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBe(0);
        ran.ShouldBe(expected);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("serve --loud")]
    [InlineData("serve --data")]
    [InlineData("serve now")]
    [InlineData("serve --data --no-demo")]
    [InlineData("serve --data=")]
    [InlineData("serve --no-demo=false")]
    [InlineData("charter check")]
    [InlineData("charter")]
    [InlineData("import customers")]
    [InlineData("import customers a b")]
    public async Task Wrong_usage_ends_with_2_and_runs_nothing(string typed)
    {
        (await Run(typed.Split(' '))).ShouldBe(2);
        ran.ShouldBeEmpty();
    }

    public static TheoryData<Exception> Failures =>
    [
        new IOException("the disk"), new UnauthorizedAccessException("the folder"), new InvalidDataException("the zip"),
            new TimeoutException("the server"),
        new Npgsql.NpgsqlException("the connection"), new RefusedException(new("database.malformed")),
            new InvalidOperationException("a fault of ours"),
    ];

    [Theory, MemberData(nameof(Failures))]
    public async Task Whatever_stops_a_verb_ends_with_1(Exception why) =>
        (await CommandLine.Run(["fail"], [new("fail", "", [], _ => throw why)])).ShouldBe(Exit.Failed);
}
