using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.InstalledBase;

/// <summary>What a clerk sees of a customer at one glance.</summary>
public class CustomerUnitsTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_page_of_a_customer_says_what_each_unit_is_covered_by_and_whom_to_call(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var (product, customer) = (A.Product(), A.Customer());
        customer.AddSite("一号泵房", "320506", "吴中大道 1 号", A.Clerk, A.Now);
        await depot.WriteAsync(c =>
        {
            c.Add(customer);
            c.Add(product);
            c.Add(UnitOf("JC-1", new() { Commissioned = new(2026, 1, 10), ExFactory = new(2025, 12, 1) }));
            c.Add(UnitOf("JC-2", new() { Commissioned = new(2020, 1, 10), ExFactory = new(2019, 12, 1) }));
        });
        var page = (await depot.GetAsync($"/customers/{customer.Id}")).Text;
        foreach (var shown in new[] { "JC-1", "在保", "S1 · ", "JC-2", "已过保" }) page.ShouldContain(shown);
        page.ShouldContain("href=\"tel:");
        // The region by its name alone; the map of the phone by the address.
        page.ShouldContain("江苏省 苏州市 吴中区");
        page.ShouldNotContain("320506");
        page.ShouldContain("geo:0,0?q=" + Uri.EscapeDataString("吴中大道 1 号"));

        Equipment UnitOf(string serial, Domain.Charters.UnitDates dates) => Equipment.Create(
            new() { Serial = serial, ProductId = product.Id, CustomerId = customer.Id, Dates = dates, Evidence = ["commissioning"] },
            A.Today, A.Clerk, A.Now);
    }

    [Fact]
    public async Task A_product_line_is_written_and_read_by_its_name_and_kept_by_its_code()
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        await depot.FormAsync("/products/new", ("version", "0"), ("model", "ISG80"), ("line", "水泵"), ("source", "own"));
        await using var db = depot.Read();
        var product = db.Products.Single();
        product.Line.ShouldBe("pump");
        (await depot.GetAsync($"/products/{product.Id}")).Text.ShouldContain("value=\"水泵\" id=\"line\"");
    }

    [Fact]
    public async Task The_form_of_a_unit_shows_the_dates_its_charter_asks_for_and_those_that_are_known()
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        var (usual, rest) = await DatesAsync(depot, "/equipment/new");
        usual.ShouldContain("name=\"commissioned\"");
        usual.ShouldNotContain("name=\"pickedUp\"");
        usual.ShouldNotContain("name=\"usageKilometres\"");
        foreach (var field in new[] { "pickedUp", "usageKilometres" }) rest.ShouldContain($"name=\"{field}\"");

        var product = A.Product();
        var unit = Equipment.Create(
            new() { Serial = "JC-3", ProductId = product.Id, Dates = new() { PickedUp = new(2026, 1, 10) } }, A.Today, A.Clerk, A.Now);
        await depot.WriteAsync(c =>
        {
            c.Add(product);
            c.Add(unit);
        });
        (await DatesAsync(depot, $"/equipment/{unit.Id}/edit")).Usual.ShouldContain("name=\"pickedUp\"");
    }

    private static async Task<(string Usual, string Behind)> DatesAsync(Depot depot, string form)
    {
        var parts = (await depot.GetAsync(form)).Text.Split("class=\"unit-rest\"");
        return (parts[0], parts[1]);
    }
}
