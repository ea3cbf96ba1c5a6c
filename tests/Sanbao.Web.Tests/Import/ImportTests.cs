using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Import;

public class ImportTests(PostgresCluster cluster)
{
    private const string Customers =
        "客户名称,电话,行业,联系人,手机,使用地点,行政区划代码\n苏州轨道交通,0512-65000001,地铁,李伟,13800000001,三号线车辆段,320505\n吴江水务,0512-65000002,水利,,,,320509\n";
    private const string Units =
        "序列号,型号,产品线,客户名称,出厂日期,投运日期,凭证,价格\nP-001,ISG80-160,pump,苏州轨道交通,2025-01-10,2025/3/1,投运单,\"12,500.00\"\nP-002,ISG80-160,pump,"
            + "吴江水务,2025年2月3日,,,\n";
    private const string History =
        "单号,报修时间,渠道,类别,序列号,故障描述,处理结果,完成时间,处理方法\nOLD-1,2025-05-06 08:30,电话,故障,P-001,轴承异响,已解决,2025-05-07 10:00,更换轴承\nOLD-2,2025-06-01,"
            + "网上报修,咨询,,,,,\n";

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Customers_units_and_history_come_in_one_after_the_other_and_belong_together(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        (await Importing.Run(test, ImportKind.Customers, Customers, Importing.Gbk)).Stored.ShouldBe(2);
        (await Importing.Run(test, ImportKind.Equipment, Units)).Stored.ShouldBe(2);
        (await Importing.Run(test, ImportKind.Requests, History, Importing.Gbk)).Stored.ShouldBe(2);

        await using var db = test.Open();
        var request = await db.Requests.Include(r => r.Events).SingleAsync(r => r.ExternalReference == "OLD-1");
        (request.Number, request.CustomerName, request.Model, request.Status, request.Solution)
            .ShouldBe(("FW-2025-000001", "苏州轨道交通", "ISG80-160", RequestStatus.Closed, "更换轴承"));
        (request.Imported, request.CharterCode, request.NextDue.Year).ShouldBe((true, "S1", 9999));
        request.ReportedAt.ShouldBe(new DateTimeOffset(2025, 5, 6, 8, 30, 0, TimeSpan.FromHours(8)));
        (await db.Deadlines.CountAsync()).ShouldBe(0);
        var open = await db.Requests.SingleAsync(r => r.ExternalReference == "OLD-2");
        (open.Status, open.Description).ShouldBe((RequestStatus.Open, ""));
        var unit = await db.Equipment.Include(u => u.Product).SingleAsync(u => u.SerialKey == "P-001");
        (unit.Product!.Line, unit.Dates.Commissioned, unit.PriceFen).ShouldBe(("pump", new DateOnly(2025, 3, 1), 1_250_000L));
        unit.Evidence.ShouldBe(["commissioning"]);
        (await db.Products.CountAsync()).ShouldBe(1);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_unit_of_a_known_product_begins_with_the_components_of_its_bill(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var product = A.Product("ISG80-160");
        product.SetBill(
            [new() { Name = "驱动电机", Class = "motor", Source = Sanbao.Domain.Charters.Source.UserDesignated },
            new() { Name = "机械密封", Class = "wear" }], A.Clerk, A.Now);
        await test.Writer.CreateAsync(c => { c.Add(product); return true; });
        await Importing.Run(test, ImportKind.Customers, Customers);
        foreach (var stored in new[] { 3L, 0L })
            (await Importing.Run(test, ImportKind.Equipment, Units + "P-003,WQ50,pump,吴江水务,,,,\n")).Stored.ShouldBe(stored);

        await using var db = test.Open();
        var units = await db.Equipment.Include(u => u.Components.OrderBy(c => c.Id)).OrderBy(u => u.SerialKey).ToListAsync();
        units.ConvertAll(u => string.Join('、', u.Components.Select(c => $"{c.Name}/{c.Class}/{c.Source}")))
            .ShouldBe(["驱动电机/motor/UserDesignated、机械密封/wear/", "驱动电机/motor/UserDesignated、机械密封/wear/", ""]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Running_the_same_file_again_changes_nothing(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        foreach (var (stored, known) in new[] { (2L, 0L), (0L, 2L) })
        {
            foreach (var (what, text) in new[] { (ImportKind.Customers, Customers), (ImportKind.Equipment, Units),
                (ImportKind.Requests, History) })
            {
                var result = await Importing.Run(test, what, text);
                (result.Stored, result.Known, result.Refused).ShouldBe((stored, known, 0L));
            }
        }
        await using var db = test.Open();
        (await db.Requests.CountAsync(), await db.Equipment.CountAsync(), await db.Customers.CountAsync()).ShouldBe((2, 2, 2));
        (await db.Requests.AllAsync(r => r.Version == 1)).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_import_that_was_broken_off_is_completed_by_running_it_again(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var text = "单号,报修时间,型号,产品线\n" + string.Concat(Enumerable.Range(1, 3500).Select(n => $"OLD-{n},2024-01-02,ISG{n % 7},pump\n"));
        var map = Sanbao.Web.Features.Import.Mapping.ShippedMaps.Usual(ImportKind.Requests);
        using var broken = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => Importing.Run(
            test, map, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), progress: r =>
            {
                if (r.Read >= 2000) broken.Cancel();
            }, cancel: broken.Token));

        var result = await Importing.Run(test, ImportKind.Requests, text);

        (result.Known, result.Stored).ShouldBe((2000L, 1500L));
        await using var db = test.Open();
        (await db.Requests.Select(r => r.ExternalReference).Distinct().CountAsync()).ShouldBe(3500);
        (await db.Requests.MaxAsync(r => r.Number)).ShouldBe("FW-2024-003500");
    }

    [Fact]
    public async Task Wrong_lines_are_told_by_line_and_column_and_the_right_ones_are_stored()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var result = await Importing.Run(test, ImportKind.Requests,
            "单号,报修时间,渠道,故障描述,地区代码\nA-1,2025-13-01,电话,\"两行\n文字\",\nA-2,2025-01-01,烟囱,好,\nA-1,2025-01-01,电话,好,\n,2025-01-01,电话,好,\nA-5,"
                + "2999-01-01,电话,好,\nA-6,2025-01-01,电话,轴承,响,320505,\nA-7,2025-01-01,电话,好,32050\nA-8,2025-01-01,电话,好,320505\n");

        Importing.Sentences(result).ShouldBe(
        [
            "5 单号: 与第 2 行重复", "6 单号: 请填写", "8 : 这一行有 7 列，列名只有 5 个；内容里的逗号要用引号括起来",
            "2 报修时间: “2025-13-01”不是日期时间，例如 2026-05-02 23:30",
            "4 渠道: " + Importing.Sentences(result).Single(s => s.StartsWith('4'))["4 渠道: ".Length..],
            "7 报修时间: " + Importing.Sentences(result).Single(s => s.StartsWith('7'))["7 报修时间: ".Length..],
            "9 地区代码: " + Importing.Sentences(result).Single(s => s.StartsWith('9'))["9 地区代码: ".Length..],
        ], ignoreOrder: true);
        Importing.Sentences(result).Single(s => s.StartsWith('4')).ShouldStartWith("4 渠道: 没有“烟囱”这一项，可用：电话、");
        (result.Stored, result.Refused, result.ErrorCount).ShouldBe((1L, 7L, 7L));
    }

    [Fact]
    public async Task A_preview_shows_the_first_lines_and_stores_nothing()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var result = await Importing.Run(test, ImportKind.Customers, Customers, preview: true);
        result.Stored.ShouldBe(2);
        result.Shown[0].Values.ShouldContain(("sector", "metro"));
        await using var db = test.Open();
        (await db.Customers.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_price_of_half_a_fen_is_told_and_never_rounded()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var result = await Importing.Run(test, ImportKind.Equipment,
            "序列号,型号,价格\nP-1,ZX,5.555\nP-2,ZX,5.550\nP-3,ZX,9999999999999.00\nP-4,ZX,0.001\n");
        Importing.Sentences(result).ShouldBe(["2 价格: 金额最多两位小数", "4 价格: 金额过大", "5 价格: 金额最多两位小数"]);
        await using var db = test.Open();
        (await db.Equipment.SingleAsync()).Price!.Value.Fen.ShouldBe(555);
    }

    [Fact]
    public void Of_many_columns_that_nobody_knows_a_few_are_named()
    {
        var header = string.Join(',', Enumerable.Range(1, 400).Select(n => $"列{n}"));
        var said = Should.Throw<RefusedException>(() => BoundMap.Of(ShippedMaps.Usual(ImportKind.Equipment),
            RecordSource.Open(new MemoryStream(Encoding.UTF8.GetBytes(header + "\n1\n")), new()).Header)).Refusal;
        Importing.Chinese.Say(said).Length.ShouldBeLessThan(400);
        Importing.Chinese.Say(said).ShouldContain("列30, … (400)");
    }

    [Fact]
    public async Task Of_many_errors_a_hundred_are_kept_and_all_are_counted()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var result = await Importing.Run(test, ImportKind.Requests, "单号,报修时间\n"
            + string.Concat(Enumerable.Range(1, 250).Select(n => $"A-{n},morgen\n")));
        (result.Errors.Count, result.ErrorCount, result.Stored).ShouldBe((100, 250L, 0L));
    }
}
