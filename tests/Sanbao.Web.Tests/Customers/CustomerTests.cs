using System.Net;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Customers;
using Sanbao.Web.Platform.Access;
using Sanbao.Web.Platform.Lists;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;

namespace Sanbao.Web.Tests.Customers;

public class CustomerTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("0512-6788 1234", "0512-**** 1234")]
    [InlineData("6788123", "*****23")]
    [InlineData("0512-65551111/13800002222", "0512-****1111/138****2222")]
    [InlineData("１３８１２３４５６７８", "１３８****５６７８")]
    [InlineData("13900003333 13900004444", "*********** *******4444")]
    [InlineData("400-810-6666", "400-810-6666")]
    [InlineData("800-820-8820 / 13800002222", "800-820-8820 / 138****2222")]
    [InlineData("", "")]
    public void A_masked_number_can_be_recognised_and_not_be_dialled(string phone, string shown) => MaskedPhone.Of(phone).ShouldBe(shown);

    /// <summary>The planner otherwise walks through all that is open, for each customer again.</summary>
    [Fact]
    public async Task What_is_open_of_each_customer_in_a_list_is_counted_from_an_index_alone()
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        await using var db = depot.Read();
        var rows = db.Customers.OrderBy(c => c.NameKey).Take(ListPlace.UsualSize).Select(CustomerQueries.Row(db, A.Clerk));
        (await QueryPlan.OfAsync(db, rows.ToQueryString())).ShouldContain("COVERING INDEX IX_req_requests_customer_id");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_customer_with_contact_site_and_contract_is_entered_and_shown(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        (await depot.FormAsync("/customers/new", ("version", "0"), ("name", "苏州轨道交通"), ("phone", "0512-67881234"), ("vip", "a"),
            ("sector", "metro"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = depot.Read();
        var id = await db.Customers.Select(c => c.Id).SingleAsync();
        (await depot.FormAsync($"/customers/{id}/contacts/new", ("version", "1"), ("contactName", "李工"), ("contactPhone", "13812345678")))
            .Status.ShouldBe(HttpStatusCode.SeeOther);
        (await depot.FormAsync($"/customers/{id}/sites/new", ("version", "2"), ("siteName", "三号线车辆段"), ("province", "320000"),
            ("city", "320500"), ("regionCode", "320506"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var (status, answer) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/contracts",
            new { customerId = id, number = "HT-1", kind = "maintenance", responseDays = 2, charter = "S6" });
        status.ShouldBe(HttpStatusCode.Created, answer.GetRawText());

        var page = (await depot.GetAsync($"/customers/{id}")).Text;
        foreach (var shown in new[] { "0512-67881234", "李工", "江苏省 苏州市 吴中区", "HT-1", "VIP A", "地铁" }) page.ShouldContain(shown);
        var list = (await depot.GetAsync("/customers?q=" + Uri.EscapeDataString("13812"))).Text;
        list.ShouldContain("0512-****1234");
        list.ShouldContain("苏州市 吴中区");
        depot.Actor = A.Clerk with { Permissions = A.Clerk.Permissions.Add(Permission.ExportData) };
        (await depot.GetAsync("/customers")).Text.ShouldContain("0512-67881234");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_cannot_be_is_told_at_its_field(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var (status, answer) =
            await depot.JsonAsync(HttpMethod.Post, "/api/v1/customers", new { name = " ", phone = new string('1', 60), sector = "moon" });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["name", "phone", "sector"], ignoreOrder: true);
        var (_, made) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/customers", new { name = "<b>水务</b> 😀" });
        var id = made.GetProperty("id").GetGuid();
        (await depot.GetAsync($"/customers/{id}")).Text.ShouldContain("&lt;b&gt;水务");
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/customers/{id}", new { name = "水务" }))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/customers/{id}", new { name = "水务", version = 1 }))
            .Status.ShouldBe(HttpStatusCode.OK);
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/customers/{id}", new { name = "水务", version = 1 }))
            .Status.ShouldBe(HttpStatusCode.Conflict);
        var (wrong, contract) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/contracts",
            new { customerId = id, number = "HT-1", charter = "S99", signedOn = "2026-02-01", ends = "2026-01-01" });
        wrong.ShouldBe(HttpStatusCode.UnprocessableEntity);
        contract.GetProperty("errors").TryGetProperty("charter", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("nomail")]
    [InlineData("@example.com")]
    [InlineData("a b@example.com")]
    public async Task A_contact_and_a_site_are_told_at_their_fields_what_cannot_be(string email)
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        var customer = A.Customer();
        await depot.WriteAsync(c => c.Add(customer));
        var (status, page) = await depot.FormAsync($"/customers/{customer.Id}/contacts/new", ("version", "1"), ("contactName", "李工"),
            ("contactEmail", email));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("id=\"contactEmail-error\"");
        page.ShouldContain($"value=\"{email}\"");
        (await depot.FormAsync($"/customers/{customer.Id}/sites/new", ("version", "1"), ("siteName", "车间"), ("regionCode", "abc")))
            .Text.ShouldContain("field-error");
    }

    [Fact]
    public async Task A_product_is_entered_once()
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        (await depot.FormAsync("/products/new", ("version", "0"), ("model", "ISG80-160"), ("line", "pump"), ("source", "own")))
            .Status.ShouldBe(HttpStatusCode.SeeOther);
        var (status, page) = await depot.FormAsync("/products/new", ("version", "0"), ("model", "isg80-160"), ("source", "own"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("已有这个型号");
        (await depot.GetAsync("/products?q=isg")).Text.ShouldContain("ISG80-160");
    }
}
