using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.InstalledBase;

/// <summary>A product knows its serviceable components, and its units begin with them, on both databases.</summary>
public class BillTests(PostgresCluster cluster)
{
    private static readonly object[] Rows =
    [
        new { name = "驱动电机", partModel = "YE3-160M", @class = "motor", source = "user-designated" },
        new { name = "机械密封", quantity = 2, @class = "wear", source = "bought-in", supplier = "丹阳密封件厂" },
    ];

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_bill_is_kept_on_the_page_of_its_product_and_journaled(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var id = await ProductAsync(depot);
        (string, string)[] typed =
        [
            ("_form", "bill"), ("version", "1"), ("rows", "3"),
            ("bill.0.name", "驱动电机"), ("bill.0.partModel", "YE3-160M"), ("bill.0.quantity", "1"), ("bill.0.class", "motor"),
                ("bill.0.source", "user-designated"),
            ("bill.2.name", "机械密封"), ("bill.2.quantity", "2"), ("bill.2.class", "wear"), ("bill.2.source", "bought-in"),
                ("bill.2.supplier", "丹阳密封件厂"),
        ];
        (await depot.FormAsync($"/products/{id}/bill", $"/products/{id}", typed)).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = (await depot.GetAsync($"/products/{id}")).Text;
        foreach (var shown in new[] { "value=\"驱动电机\"", "value=\"YE3-160M\"", "value=\"丹阳密封件厂\"" }) page.ShouldContain(shown);
        var (_, answer) = await depot.JsonGetAsync($"/api/v1/products/{id}");
        answer.GetProperty("bill").EnumerateArray().Select(r =>
            $"{r.GetProperty("name").GetString()} {r.GetProperty("quantity").GetInt32()}").ShouldBe(["驱动电机 1", "机械密封 2"]);

        // A row that is ticked goes, the other stays.
        (await depot.FormAsync($"/products/{id}/bill", $"/products/{id}",
            [.. typed.Select(t => t.Item1 == "version" ? ("version", "2") : t), ("bill.0.gone", "true")]))
            .Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = depot.Read();
        (await db.Products.Include(p => p.Bill).SingleAsync()).Bill.ShouldHaveSingleItem().Name.ShouldBe("机械密封");
        (await Sanbao.Data.Journal.Timeline.TimelineAsync(db, id, Actor.System)).Select(l => l.Code)
            .ShouldBe(["product.created", "product.bill-changed", "product.bill-changed"]);
        depot.Actor = A.Clerk with { Permissions = Roles.PermissionsOf(["engineer"]) };
        (await depot.GetAsync($"/products/{id}")).Text.ShouldContain("丹阳密封件厂");
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/products/{id}/bill", new { version = 3, bill = Rows }))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_cannot_stand_on_a_bill_is_told_at_its_field(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var id = await ProductAsync(depot);
        var (status, answer) = await depot.JsonAsync(HttpMethod.Put, $"/api/v1/products/{id}/bill", new
        {
            version = 1, bill = new object[] { new { name = "", @class = "motor" }, new { name = "密封", source = "bought-in" },
                new { name = "轴承", quantity = 21 } },
        });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.GetProperty("errors").EnumerateObject().Select(e => e.Name)
            .ShouldBe(["bill.0.name", "bill.1.supplier", "bill.2.quantity"], ignoreOrder: true);
        var (shown, page) = await depot.FormAsync($"/products/{id}/bill", $"/products/{id}",
            [("_form", "bill"), ("version", "1"), ("rows", "1"), ("bill.0.class", "wear"), ("bill.0.quantity", "x")]);
        shown.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("id=\"bill.0.quantity-error\"");
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/products/{id}/bill", new { version = 9, bill = Rows }))
            .Status.ShouldBe(HttpStatusCode.Conflict);
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/products/{id}/bill", new { bill = Rows }))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/products/{Guid.NewGuid()}/bill", new { version = 1, bill = Rows }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_new_unit_begins_with_the_bill_unless_something_was_unticked(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var id = await BilledAsync(depot);
        var choice = (await depot.GetAsync("/equipment/bill?watch=product&product=isg80-160")).Text;
        foreach (var shown in new[] { "驱动电机", "机械密封 1", "机械密封 2", "丹阳密封件厂", $"value=\"{id} 2\"" }) choice.ShouldContain(shown);

        // Without script nothing was shown: all of it.
        (await depot.FormAsync("/equipment/new", ("version", "0"), ("serial", "P-1"), ("product", "ISG80-160")))
            .Status.ShouldBe(HttpStatusCode.SeeOther);
        (await ComponentsAsync(depot, "P-1")).ShouldBe(["驱动电机/", "机械密封 1/", "机械密封 2/"]);
        (await depot.FormAsync("/equipment/new", ("version", "0"), ("serial", "P-2"), ("product", "ISG80-160"), ("bill", $"{id} 2"),
            ("piece", "0-1"), ("piece", "1-2"), ("piece-serial.0-1", "M-77"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await ComponentsAsync(depot, "P-2")).ShouldBe(["驱动电机/M-77", "机械密封 2/"]);
        (await depot.FormAsync("/equipment/new", ("version", "0"), ("serial", "P-3"), ("product", "ISG80-160"), ("bill", $"{id} 2")))
            .Status.ShouldBe(HttpStatusCode.SeeOther);
        (await ComponentsAsync(depot, "P-3")).ShouldBeEmpty();
        var (status, page) = await depot.FormAsync("/equipment/new", ("version", "0"), ("serial", "P-4"), ("product", "ISG80-160"),
            ("bill", $"{id} 1"), ("piece", "0-1"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("部件清单刚刚被修改");

        (await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment", new { serial = "A-1", product = "ISG80-160" }))
            .Answer.GetProperty("components").GetArrayLength().ShouldBe(3);
        (await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment",
            new { serial = "A-2", product = "ISG80-160", components = Array.Empty<object>() })).Answer.GetProperty("components")
            .GetArrayLength().ShouldBe(0);
        var (_, own) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment",
            new { serial = "A-3", product = "ISG80-160",
            components = new[] { new { name = "变频器", @class = "electrical", serial = "V-1" } } });
        own.GetProperty("components")[0].GetProperty("serial").GetString().ShouldBe("V-1");
        var (wrong, said) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment",
            new { serial = "A-4", product = "ISG80-160", components = new[] { new { name = "" } } });
        wrong.ShouldBe(HttpStatusCode.UnprocessableEntity);
        said.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("components.0.componentName");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Terms_for_a_class_or_source_apply_to_what_came_from_a_bill_as_to_what_was_typed(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        await BilledAsync(depot);
        object Unit(string serial, object? components) => new
        {
            serial, product = "ISG80-160", components, evidence =
                new[] { "commissioning" }, dates = new { exFactory = "2025-05-01", commissioned = "2025-06-01" },
        };
        await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment", Unit("B-1", null));
        await depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment", Unit("B-2", new object[]
        {
            new { name = "驱动电机", @class = "motor", source = "user-designated" },
                new { name = "机械密封", @class = "wear", source = "bought-in" },
        }));
        await using var db = depot.Read();
        foreach (var (@class, source) in new[] { ("motor", Source.UserDesignated), ("wear", Source.BoughtIn) })
        {
            var decisions = new List<string>();
            foreach (var serial in new[] { "B-1", "B-2" })
            {
                var unit = await db.Equipment.AsNoTracking().Include(u => u.Components).SingleAsync(u => u.SerialKey == serial);
                var part = unit.Components.First(c => c.Class == @class);
                part.Source.ShouldBe(source);
                var (_, request) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/requests",
                    new { channel = "phone", category = "fault", description = "坏了", serial, componentId = part.Id, charter = "S1" });
                var judged = request.GetProperty("entitlement");
                decisions.Add(
                    JsonSerializer.Serialize(
                    new { Covered = judged.GetProperty("covered").GetBoolean(), Lines = judged.GetProperty("lines")
                    .GetRawText(), Term = judged.GetProperty("term").GetRawText(), Reasons = judged.GetProperty("reasons").GetRawText() }));
            }
            decisions[0].ShouldBe(decisions[1]);
        }
    }

    private static async Task<Guid> ProductAsync(Depot depot)
    {
        var product = A.Product("ISG80-160");
        await depot.WriteAsync(c => c.Add(product));
        return product.Id;
    }

    private static async Task<Guid> BilledAsync(Depot depot)
    {
        var id = await ProductAsync(depot);
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/products/{id}/bill", new { version = 1, bill = Rows }))
            .Status.ShouldBe(HttpStatusCode.OK);
        return id;
    }

    private static async Task<string[]> ComponentsAsync(Depot depot, string serial)
    {
        await using var db = depot.Read();
        var unit = await db.Equipment.AsNoTracking().Include(u => u.Components.OrderBy(c => c.Id)).SingleAsync(u => u.SerialKey == serial);
        return [.. unit.Components.Select(c => $"{c.Name}/{c.Serial}")];
    }
}
