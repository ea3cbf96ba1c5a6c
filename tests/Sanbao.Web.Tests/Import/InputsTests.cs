using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Import.Page;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Import;

/// <summary>
/// Small files as users have them, kept beside the repository: each once failed. Where they are not there, they are not played; files of
/// the same kinds are made in the other tests of this folder.
/// </summary>
[Collection(nameof(Terminal))]
public sealed class InputsTests : IDisposable
{
    private readonly PostgresCluster cluster;
    private readonly string? language = Environment.GetEnvironmentVariable("LC_ALL");

    public InputsTests(PostgresCluster cluster)
    {
        this.cluster = cluster;
        Environment.SetEnvironmentVariable("LC_ALL", "zh_CN.UTF-8");
    }

    public void Dispose() => Environment.SetEnvironmentVariable("LC_ALL", language);

    /// <param name="Told">What is said of lines that do not come in, or of how the file was read.</param>
    private sealed record Input(string File, string Kind, int Stored, string[] Told, Func<ServiceDb, Task> Then);

    private static readonly Input[] Inputs =
    [
        new("no-model.csv", "equipment", 2, ["第 3 行，“型号”列：请填写"], db => Serials(db, "QA-", "QA-101", "QA-103")),
        new("excel-errors.xlsx", "equipment", 0,
            [
                "第 2 行，“出厂日期”列：单元格是错误值 #N/A", "第 3 行，“客户名称”列：单元格是错误值 #N/A",
                "第 4 行，“价格”列：单元格是错误值 #VALUE!",
            ], db => Serials(db, "QH-")),
        new("decimal-comma.csv", "equipment", 0,
            [
                "第 2 行，“价格”列：“1999,50”不是金额", "第 3 行，“价格”列：“12,5”不是金额", "第 4 行，“约定月数”列：“1,2”不是整数",
            ], db => Serials(db, "QB-")),
        new("leading-zeros.xlsx", "equipment", 1, ["第 3 行，“序列号”列：“12345678901234500000”超过 15 位"], db => Serials(db, "00", "00012345")),
        new("chinese-date-31.xlsx", "equipment", 1, [], db => Made(db, "QJ-1", new(2024, 3, 1))),
        new("merged-cells.xlsx", "equipment", 3, ["3 处合并单元格"], async db =>
        {
            foreach (var serial in new[] { "QI-1", "QI-2", "QI-3" }) await Made(db, serial, new(2024, 3, 1), "苏州泵业有限公司");
        }),
        new("title-row.xlsx", "equipment", 1, ["列名在第 2 行"], db => Made(db, "QK-1", new(2024, 3, 1))),
        new("date-with-time.csv", "equipment", 2, ["第 3 行，“出厂日期”列：只取日期"], async db =>
        {
            foreach (var serial in new[] { "QD-1", "QD-2" }) await Made(db, serial, new(2024, 3, 1));
        }),
        new("zero-width.csv", "equipment", 1, ["第 3 行，“序列号”列：与第 2 行重复"], db => Serials(db, "QC-", "QC-001")),
        new("same-name-1.csv", "customers", 1, [], db => Called(db, "王伟", "13811110001")),
        new("same-name-2.csv", "customers", 1, [], db => Called(db, "王伟", "13811110001", "13811110002")),
        new("several-contacts.csv", "customers", 2, [], async db =>
        {
            foreach (var typed in new[] { "13811110011", "钱二", "0512-65559999" }) await Found(db, typed, "多人公司");
            (await db.Customers.Where(c => c.Name == "多人公司").SelectMany(c => c.Contacts).CountAsync()).ShouldBe(2);
        }),
        new("spaced-names.csv", "customers", 2, [], async db =>
        {
            foreach (var typed in new[] { "赵敏", "赵 敏", "赵　敏" }) await Found(db, typed, "赵　敏");
            foreach (var typed in new[] { "孙敏", "孙 敏", "孙　敏" }) await Found(db, typed, "河口试验厂");
        }),
        new("phones.csv", "customers", 2, [], async db =>
        {
            foreach (var typed in new[] { "051265551111", "+86 138 0000 2222", "13700005555" }) await Found(db, typed, "甲电器");
            foreach (var typed in new[] { "0512 65552222", "65552222转802", "139-0000-3333", "8613900004444" })
                await Found(db, typed, "乙机械");
        }),
    ];

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_is_right_on_the_command_line_and_a_second_run_changes_nothing(Kind kind)
    {
        if (Folder() is not { } folder) return;
        var data = Directory.CreateTempSubdirectory("sanbao-inputs-").FullName;
        var database = kind is Kind.Postgres ? "postgres:" + await cluster.NewDatabaseAsync() : null;
        string[] where = database is null ? ["--data", data] : ["--data", data, "--database", database];
        var company = Path.Combine(data, "客户.csv");
        await File.WriteAllTextAsync(company, "客户名称\n苏州泵业有限公司\n", TestContext.Current.CancellationToken);
        (await Terminal.RunAsync(["migrate", .. where])).Exit.ShouldBe(0);
        (await Terminal.RunAsync(["import", "customers", company, .. where])).Exit.ShouldBe(0);
        await using var store = ServiceDatabase.Of(data, database);
        foreach (var input in Inputs)
        {
            foreach (var (stored, first) in new[] { (input.Stored, true), (0, false) })
            {
                var (exit, _, said) = await Terminal.RunAsync(["import", input.Kind, Path.Combine(folder, input.File), .. where]);
                said.ShouldContain($"新写入 {stored} 行", customMessage: said);
                foreach (var sentence in first ? input.Told : []) said.ShouldContain(sentence);
            }
            await using var db = store.CreateDbContext();
            await input.Then(db);
        }
        Directory.Delete(data, recursive: true);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_is_right_on_the_page(Kind kind)
    {
        if (Folder() is not { } folder) return;
        await using var site = await TestSite.Start(kind, cluster);
        using var browser = await site.SignIn("service-manager");
        await browser.Run(await browser.Sent("客户名称\n苏州泵业有限公司\n"u8.ToArray()));
        foreach (var input in Inputs)
        {
            var file = await File.ReadAllBytesAsync(Path.Combine(folder, input.File), TestContext.Current.CancellationToken);
            var path = await browser.Sent(file, input.Kind, input.File);
            var preview = await browser.Calm(path);
            preview.Figures()[1].ShouldBe($"{input.Stored}", input.File);
            foreach (var sentence in input.Told) Said(preview).ShouldContain(sentence);
            if (input.Stored > 0) (await browser.Run(path)).Figures()[1].ShouldBe($"{input.Stored}");
            await using var db = site.App.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();
            await input.Then(db);
        }
    }

    // Remarks, and errors as the command line would write them.
    private static string Said(AngleSharp.Dom.IParentNode page) => string.Join('\n',
    [
        .. page.QuerySelectorAll(".plain-list li").Select(l => l.TextContent.Trim()),
        .. page.QuerySelectorAll("table.list tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray())
            .Where(c => c.Length == 4).Select(c => $"第 {c[0]} 行，“{c[1]}”列：{c[3]}"),
    ]);

    private static async Task Called(ServiceDb db, string name, params string[] phones) =>
        (await db.Customers.Where(c => c.Name == name).OrderBy(c => c.Phone).Select(c => c.Phone).ToListAsync()).ShouldBe(phones);

    private static async Task Found(ServiceDb db, string typed, string customer) =>
        (await db.SearchCustomers(typed).SingleAsync(TestContext.Current.CancellationToken)).Name.ShouldBe(customer, typed);

    private static async Task Serials(ServiceDb db, string start, params string[] serials)
    {
        var units = db.Equipment.Where(u => u.SerialKey.StartsWith(start)).OrderBy(u => u.SerialKey);
        (await units.Select(u => u.Serial).ToListAsync()).ShouldBe(serials);
    }

    private static async Task Made(ServiceDb db, string serial, DateOnly exFactory, string? customer = null)
    {
        var unit = await db.Equipment.Include(u => u.Customer).SingleAsync(u => u.SerialKey == serial);
        (unit.Dates.ExFactory, unit.Customer?.Name).ShouldBe((exFactory, customer));
    }

    private static string? Folder()
    {
        if (Repository.Beside("shared", "spec", "cases", "inputs") is { } folder) return folder;
        TestContext.Current.TestOutputHelper?.WriteLine("not played: the files are not beside the repository");
        return null;
    }
}
