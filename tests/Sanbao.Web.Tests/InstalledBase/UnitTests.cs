using System.Net;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.InstalledBase;

/// <summary>Units are created, changed and shown alike through the page and through the API, on both databases.</summary>
public class UnitTests(PostgresCluster cluster)
{
    private static readonly (string, string)[] Contradicting =
        [("version", "0"), ("serial", "P-1"), ("product", "ISG80-160"), ("exFactory", "2025-03-01"), ("shipped", "2025-02-01"),
            ("commissioned", "2025-02-15"), ("accepted", "2027-01-01")];

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Dates_that_contradict_each_other_are_told_each_at_its_field_and_nothing_is_saved(Kind kind)
    {
        await using var depot = await StockedAsync(kind);
        var (pageStatus, page) = await depot.FormAsync("/equipment/new", Contradicting);
        pageStatus.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "shipped", "commissioned", "accepted" }) page.ShouldContain($"id=\"{field}-error\"");
        page.ShouldNotContain("id=\"exFactory-error\"");
        page.ShouldContain("不能早于出厂日期 2025年3月1日");
        page.ShouldContain("value=\"P-1\"");

        var (status, answer) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment",
            new { serial = "P-1", product = "ISG80-160",
                dates = new { exFactory = "2025-03-01", shipped = "2025-02-01", commissioned = "2025-02-15", accepted = "2027-01-01" } });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.GetProperty("errors").EnumerateObject().Select(e => e.Name)
            .ShouldBe(["dates.shipped", "dates.commissioned", "dates.accepted"], ignoreOrder: true);
        await using var db = depot.Read();
        (await db.Equipment.CountAsync(u => u.SerialKey == "P-1")).ShouldBe(0);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_serial_number_that_another_unit_has_is_refused_however_it_is_written(Kind kind)
    {
        await using var depot = await StockedAsync(kind);
        var (pageStatus, page) =
            await depot.FormAsync("/equipment/new", ("version", "0"), ("serial", "ｙｅ3-2024-000123"), ("product", "isg80-160"));
        pageStatus.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("已有这个序列号的设备");
        var (status, answer) =
            await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment", new { serial = " ye3-2024-000123", product = "ISG80-160" });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.GetProperty("errors").TryGetProperty("serial", out _).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_serial_number_with_a_slash_has_an_address_for_people_and_for_programs(Kind kind)
    {
        await using var depot = await StockedAsync(kind);
        (await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment", new { serial = "2024/05-7", product = "ISG80-160" }))
            .Status.ShouldBe(HttpStatusCode.Created);
        var key = Uri.EscapeDataString("2024/05-7");
        (await depot.JsonGetAsync($"/api/v1/equipment/{key}")).Answer.GetProperty("serial").GetString().ShouldBe("2024/05-7");
        var changed = await depot.JsonAsync(HttpMethod.Put, $"/api/v1/equipment/{key}",
            new { serial = "2024/05-7", product = "ISG80-160", remark = "泵房", version = 1 });
        changed.Status.ShouldBe(HttpStatusCode.OK);
        (await depot.GetAsync($"/equipment/{key}")).Text.ShouldContain("2024/05-7");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Who_looked_at_an_older_version_does_not_overwrite_what_came_between(Kind kind)
    {
        await using var depot = await StockedAsync(kind);
        await using var db = depot.Read();
        var id = await db.Equipment.Select(u => u.Id).SingleAsync();
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/equipment/{id}",
            new { serial = "YE3-2024-000123", product = "ISG80-160", remark = "一号泵房", version = 1 })).Status.ShouldBe(HttpStatusCode.OK);
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/equipment/{id}",
            new { serial = "YE3-2024-000123", product = "ISG80-160", remark = "旧", version = 1 })).Status.ShouldBe(HttpStatusCode.Conflict);
        var (status, page) = await depot.FormAsync($"/equipment/{id}/edit", ("version", "1"), ("serial", "YE3-2024-000123"),
            ("product", "ISG80-160"), ("remark", "旧"));
        status.ShouldBe(HttpStatusCode.Conflict);
        page.ShouldContain("其他人刚刚修改了这条记录");
        (await db.Equipment.AsNoTracking().SingleAsync()).Remark.ShouldBe("一号泵房");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_unit_is_found_by_both_ends_of_its_serial_model_and_customer_and_shown_with_its_cover(Kind kind)
    {
        await using var depot = await StockedAsync(kind);
        foreach (var typed in new[] { "ye3-20", "000123", "isg80", "轨道" })
            (await depot.GetAsync($"/equipment?q={Uri.EscapeDataString(typed)}")).Text.ShouldContain("YE3-2024-000123");
        (await depot.GetAsync("/equipment?q=000124")).Text.ShouldContain("没有符合条件的设备");
        var (status, page) = await depot.GetAsync("/equipment/ye3-2024-000123");
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("苏州轨道交通");
        page.ShouldContain("在保");
        page.ShouldContain("出厂日期 2025年3月1日");
        (await depot.GetAsync("/equipment/none-such")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_dealer_sees_the_units_and_customers_he_serves_and_no_others(Kind kind)
    {
        await using var depot = await StockedAsync(kind);
        var dealer = Guid.NewGuid();
        await using var db = depot.Read();
        var product = await db.Products.SingleAsync();
        var own = Customer.Create(new() { Name = "吴江水务", DealerId = dealer }, A.Clerk, A.Now);
        var unit = Equipment.Create(new() { Serial = "D-1", ProductId = product.Id, CustomerId = own.Id, DealerId = dealer }, A.Today,
            A.Clerk, A.Now);
        await depot.WriteAsync(c => { c.Add(own); c.Add(unit); });
        var foreign = await db.Equipment.Where(u => u.SerialKey != "D-1").Select(u => new { u.Id, u.CustomerId }).SingleAsync();

        depot.Actor = new(Guid.NewGuid(), "经销商", [Roles.Dealer], Roles.PermissionsOf([Roles.Dealer])) { Dealer = dealer };
        var list = (await depot.GetAsync("/equipment")).Text;
        list.ShouldContain("D-1");
        list.ShouldNotContain("YE3-2024-000123");
        (await depot.GetAsync("/customers")).Text.ShouldNotContain("苏州轨道交通");
        foreach (var path in new[] { $"/equipment/{foreign.Id}", $"/api/v1/equipment/{foreign.Id}", $"/api/v1/equipment/YE3-2024-000123",
            $"/customers/{foreign.CustomerId}", $"/api/v1/customers/{foreign.CustomerId}" })
            (await depot.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await depot.GetAsync("/equipment/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_key_creates_one_unit_and_a_component_and_a_void_are_kept(Kind kind)
    {
        await using var depot = await StockedAsync(kind);
        var body = new { serial = "P-9", product = "ISG80-160", evidence = new[] { "invoice" }, dates = new { exFactory = "2025-05-01" } };
        var (status, first) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment", body, "k-1");
        status.ShouldBe(HttpStatusCode.Created);
        var (_, again) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment", body, "k-1");
        again.GetRawText().ShouldBe(first.GetRawText());
        var id = first.GetProperty("id").GetGuid();
        (await depot.FormAsync($"/equipment/{id}/components/new", ("version", "1"), ("componentName", "驱动电机"), ("componentClass", "motor"),
            ("supplied", "2025-04-01"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await depot.FormAsync($"/equipment/{id}/void", ("version", "2"), ("from", "2026-01-01"), ("reason", "")))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await depot.FormAsync($"/equipment/{id}/void", ("version", "2"), ("from", "2026-01-01"), ("reason", "私自拆机")))
            .Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = (await depot.GetAsync($"/equipment/{id}")).Text;
        page.ShouldContain("驱动电机");
        page.ShouldContain("保修自2026年1月1日起失效：私自拆机");
        await using var db = depot.Read();
        (await db.Equipment.CountAsync(u => u.SerialKey == "P-9")).ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_without_dates_says_what_is_missing_instead_of_drawing_an_empty_line_of_time()
    {
        await using var depot = await StockedAsync(Kind.Sqlite);
        (await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment", new { serial = "N-1", product = "ISG80-160" }))
            .Status.ShouldBe(HttpStatusCode.Created);
        var page = (await depot.GetAsync("/equipment/N-1")).Text;
        page.ShouldContain("还没有登记销售、调试投运等任何日期");
        page.ShouldContain("登记日期</a>");
        page.ShouldNotContain("class=\"bars\"");
        (await depot.GetAsync("/equipment/YE3-2024-000123")).Text.ShouldContain("class=\"bars\"");
    }

    [Fact]
    public async Task A_line_is_chosen_from_those_on_record_and_those_that_charters_tell_apart()
    {
        await using var depot = await StockedAsync(Kind.Sqlite);
        await depot.WriteAsync(c => c.Add(Product.Create(new() { Line = "自编系列", Model = "X-1" }, A.Clerk, A.Now)));
        var page = (await depot.GetAsync("/products/new")).Text;
        page.ShouldContain("<option value=\"自编系列\"></option>");
        page.ShouldContain("<option value=\"电机\"></option>");
    }

    [Fact]
    public async Task A_unit_cannot_belong_to_itself_or_to_what_belongs_to_it()
    {
        await using var depot = await StockedAsync(Kind.Sqlite);
        var (_, child) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment",
            new { serial = "C-1", product = "ISG80-160", parent = "YE3-2024-000123" });
        child.GetProperty("parentId").ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Null);
        await using var db = depot.Read();
        var top = await db.Equipment.Where(u => u.SerialKey == "YE3-2024-000123").Select(u => u.Id).SingleAsync();
        foreach (var parent in new[] { "C-1", "YE3-2024-000123" })
        {
            var (status, answer) = await depot.JsonAsync(HttpMethod.Put, $"/api/v1/equipment/{top}",
                new { serial = "YE3-2024-000123", product = "ISG80-160", parent, version = 1 });
            status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answer.GetProperty("errors").TryGetProperty("parent", out _).ShouldBeTrue();
        }
        (await depot.GetAsync($"/equipment/{top}")).Text.ShouldContain("下级设备");
    }

    private async Task<Depot> StockedAsync(Kind kind)
    {
        var depot = await Depot.OpenAsync(kind, cluster);
        var (customer, product) = (A.Customer(), A.Product("ISG80-160"));
        await depot.WriteAsync(c => { c.Add(customer); c.Add(product); c.Add(A.Unit(product, customer)); });
        return depot;
    }
}
