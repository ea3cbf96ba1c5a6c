using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Charters;

/// <summary>A4: the most specific charter governs, and the decision says why that one.</summary>
public class AttachingChartersTests(PostgresCluster cluster)
{
    private const string Place = "/attached-charters";

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_most_specific_governs_from_its_day_on_and_the_page_says_why(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        var (customer, _) = await StockAsync(site);
        using var leader = await site.SignIn("service-manager");
        using var program = await site.Program("service-manager");
        (await GoverningAsync(program, "YE3-2024-000123", "2026-05-02")).ShouldBe(("S1", "company"));

        await AttachAsync(leader, ("level", "line"), ("to", "motor"), ("charter", "S0"));
        await AttachAsync(leader, ("level", "customer"), ("to", customer.Name), ("charter", "S9"), ("from", "2026-06-01"));

        (await GoverningAsync(program, "YE3-2024-000123", "2026-05-31")).ShouldBe(("S0", "line"));
        (await GoverningAsync(program, "YE3-2024-000123", "2026-06-01")).ShouldBe(("S9", "customer"));
        var page = await leader.Page($"{Place}?who=YE3-2024-000123&on=2026-06-01");
        var why = page.QuerySelector(".why-this")!.TextContent;
        why.ShouldContain("因为它用于客户“苏州轨道交通”");
        why.ShouldContain("S0");
    }

    [Fact]
    public async Task The_list_is_narrowed_by_name_and_by_charter()
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        var (customer, _) = await StockAsync(site);
        using var leader = await site.SignIn("service-manager");
        await AttachAsync(leader, ("level", "line"), ("to", "motor"), ("charter", "S0"));
        await AttachAsync(leader, ("level", "customer"), ("to", customer.Name), ("charter", "S9"));
        var called = Uri.EscapeDataString(customer.Name[..2]);
        foreach (var (query, named) in new[] { ("", 2), ("?charter=S9", 1), ("?charter=S1", 0), ($"?q={called}", 1), ("?q=没有", 0) })
        {
            var page = await leader.Page(Place + query);
            page.QuerySelectorAll("table tbody tr").Length.ShouldBe(named, query);
            // The company's own charter stands behind all.
            page.QuerySelector("#everything-else")!.TextContent.ShouldContain("S1");
        }
        (await leader.Page("/charters/S9")).QuerySelector("#about a[href='/attached-charters?charter=S9']")!.TextContent.ShouldBe(
            "另有约定 1 项");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Intake_and_unit_page_follow_what_was_attached_at_once(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        await StockAsync(site);
        using var program = await site.Program();
        await ChangingChartersTests.PostAsync(program, "/api/v1/attached-charters",
            new { level = "model", to = "ye3-160m", charter = "S9" }, HttpStatusCode.Created);
        var taken = await ChangingChartersTests.PostAsync(
            program, "/api/v1/requests", new { category = "fault", serial = "YE3-2024-000123", description = "异响" },
                HttpStatusCode.Created);
        taken.GetProperty("entitlement").GetProperty("charter").GetString().ShouldBe("S9");
        using var clerk = await site.SignIn();
        (await clerk.Page("/equipment/YE3-2024-000123")).QuerySelector("main")!.TextContent.ShouldContain("S9");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_form_sent_twice_attaches_once_and_what_is_taken_back_governs_no_more(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        await StockAsync(site);
        using var leader = await site.SignIn("service-manager");
        using var program = await site.Program();
        var page = await leader.Page(Place);
        for (var i = 0; i < 2; i++)
            (await leader.Submit(page, Place, ("level", "line"), ("to", "motor"), ("charter", "S0")))
                .StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var items = (await program.GetFromJsonAsync<JsonElement>("/api/v1/attached-charters", TestContext.Current.CancellationToken))
            .GetProperty("items");
        items.GetArrayLength().ShouldBe(1);

        var one = $"{Place}/{items[0].GetProperty("id").GetGuid()}";
        using var taken = await leader.Submit(await leader.Page(one), one + "/withdraw");
        taken.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await GoverningAsync(program, "YE3-2024-000123", "2026-05-02")).ShouldBe(("S1", "company"));
        (await leader.Page(one)).QuerySelector(".timeline")!.TextContent.ShouldContain("取消 S0");
    }

    [Theory]
    [InlineData("customer", "没有这家", "没有客户")]
    [InlineData("contract", "HT-0", "没有合同")]
    [InlineData("model", "X", "没有机型")]
    [InlineData("customer-class", "C", "没有类别")]
    [InlineData("dealer", "苏州总经销", "没有系统编号为“苏州总经销”的经销商")]
    [InlineData("dealer", "0190a7c4-3a00-7000-8000-000000000001", "没有系统编号为“0190a7c4-3a00-7000-8000-000000000001”的经销商")]
    [InlineData("dealer", "", "请填写")]
    public async Task What_does_not_exist_is_told_at_its_field(string level, string to, string says)
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var leader = await site.SignIn("service-manager");
        using var answer =
            await leader.Submit(await leader.Page(Place), Place, ("level", level), ("to", to), ("charter", "S0"), ("_form", "attach"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Document(answer)).QuerySelector("#attach-to-error")!.TextContent.ShouldContain(says);
    }

    [Fact]
    public async Task Days_that_run_backwards_and_a_second_one_from_the_same_day_are_refused()
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var leader = await site.SignIn("service-manager");
        using var backwards = await leader.Submit(await leader.Page(Place), Place, ("level", "company"), ("charter", "S0"),
            ("from", "2026-06-02"), ("until", "2026-06-01"));
        backwards.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await AttachAsync(leader, ("level", "company"), ("charter", "S0"), ("from", "2026-06-01"));
        using var twice =
            await leader.Submit(await leader.Page(Place), Place, ("level", "company"), ("charter", "S4"), ("from", "2026-06-01"));
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Of_many_who_attach_at_once_to_one_thing_from_one_day_one_is_heard(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        await StockAsync(site);
        using var program = await site.Program("service-manager");
        foreach (var from in new[] { null, "2026-06-01" })
        {
            var answers = await Task.WhenAll(new[] { "S0", "S4", "S9", "S2", "S6", "S8" }.Select(charter => program.PostAsJsonAsync(
                new Uri("/api/v1" + Place, UriKind.Relative), new { level = "line", to = "motor", charter, from },
                    TestContext.Current.CancellationToken)));
            answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
            answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(5);
            (await answers.First(a => a.StatusCode == HttpStatusCode.Conflict)
                .Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                .ShouldContain("attached-charter.begins-already");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_taken_back_leaves_its_day_to_another(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        await StockAsync(site);
        using var leader = await site.SignIn("service-manager");
        await AttachAsync(leader, ("level", "line"), ("to", "motor"), ("charter", "S0"), ("from", "2026-06-01"));
        var row = (await leader.Page(Place)).QuerySelector("tbody tr a[href^='/attached-charters/']")!.GetAttribute("href")!;
        using var withdrawn = await leader.Submit(await leader.Page(row), row + "/withdraw");
        withdrawn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await AttachAsync(leader, ("level", "line"), ("to", "motor"), ("charter", "S9"), ("from", "2026-06-01"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_dealers_charter_is_attached_on_the_page_and_governs_for_the_customers_of_that_dealer(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        var dealer = Guid.CreateVersion7(A.Now);
        var (customer, product) = (Customer.Create(new() { Name = "昆山水务", DealerId = dealer }, A.Clerk, A.Now), A.Product());
        var unit = A.Unit(product, customer);
        await site.App.Services.GetRequiredService<Writer>().CreateAsync(c =>
        {
            c.Add(customer);
            c.Add(product);
            c.Add(unit);
            return true;
        }, TestContext.Current.CancellationToken);
        using var leader = await site.SignIn("service-manager");
        using var program = await site.Program("service-manager");
        var offered = (await leader.Page(Place)).QuerySelector($"#attached-names option[value='{dealer}']")!;
        offered.TextContent.ShouldBe("昆山水务等 1 家客户的经销商");

        await AttachAsync(leader, ("level", "dealer"), ("to", dealer.ToString()), ("charter", "S9"));
        (await GoverningAsync(program, "昆山水务", "2026-05-02")).ShouldBe(("S9", "dealer"));
        (await GoverningAsync(program, unit.Serial, "2026-05-02")).ShouldBe(("S9", "dealer"));
        var taken = await ChangingChartersTests.PostAsync(program, "/api/v1/requests",
            new { category = "fault", serial = unit.Serial, description = "异响" }, HttpStatusCode.Created);
        taken.GetProperty("entitlement").GetProperty("charter").GetString().ShouldBe("S9");
        (await leader.Page(Place)).QuerySelector("tbody tr")!.TextContent.ShouldContain("昆山水务等 1 家客户的经销商");
    }

    [Fact]
    public async Task Lines_are_called_by_name_and_one_that_the_company_made_up_as_it_was_written()
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        await site.App.Services.GetRequiredService<Writer>().CreateAsync(c =>
        {
            c.Add(Product.Create(new() { Model = "YE3-160M", Line = "motor" }, A.Clerk, A.Now));
            c.Add(Product.Create(new() { Model = "ZG-1", Line = "增压站" }, A.Clerk, A.Now));
            return true;
        }, TestContext.Current.CancellationToken);
        foreach (var (language, name) in new[] { ("zh-CN", "电机"), ("en", "Motor") })
        {
            using var leader = await site.SignIn("service-manager", language);
            var rows = (await leader.Page("/products")).QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
            rows.ShouldContain(r => r.Contains("YE3-160M") && r.Contains(name) && !r.Contains("motor"));
            rows.ShouldContain(r => r.Contains("增压站"));
        }
    }

    private static async Task<(Customer, Equipment)> StockAsync(TestSite site)
    {
        var (product, customer) = (A.Product(), A.Customer());
        var unit = A.Unit(product, customer);
        await site.App.Services.GetRequiredService<Writer>().CreateAsync(c =>
        {
            c.Add(customer);
            c.Add(product);
            c.Add(unit);
            return true;
        }, TestContext.Current.CancellationToken);
        return (customer, unit);
    }

    private static async Task AttachAsync(Browser leader, params (string, string)[] typed)
    {
        using var done = await leader.Submit(await leader.Page(Place), Place, typed);
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static async Task<(string?, string?)> GoverningAsync(HttpClient program, string who, string on)
    {
        var answer = await program.GetFromJsonAsync<JsonElement>($"/api/v1/charters/governing?who={who}&on={on}",
            TestContext.Current.CancellationToken);
        return (answer.GetProperty("charter").GetString(), answer.GetProperty("level").GetString());
    }
}
