using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;

namespace Sanbao.Web.Tests.Customers;

/// <summary>Two people edit one record: the second is told what the first did and who it was, before anything is written over.</summary>
public partial class EditedMeanwhileTests(PostgresCluster cluster)
{
    private static readonly Actor Colleague = A.Clerk with { Id = Guid.NewGuid(), Name = "李建国" };

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_somebody_else_changed_of_a_customer_is_told_with_his_name(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        await depot.FormAsync("/customers/new", ("version", "0"), ("name", "苏州轨道交通"), ("phone", "0512-67881234"));
        await using var db = depot.Read();
        var id = await db.Customers.Select(c => c.Id).SingleAsync();
        await MeanwhileAsync(depot, $"/customers/{id}/edit", [("name", "苏州轨道交通"), ("phone", "0512-67880000"), ("remark", "新总机")],
            [("name", "苏州轨交集团")], "修改客户“苏州轨道交通”", "改动：电话、备注");
        (await db.Customers.Select(c => c.Name).SingleAsync(TestContext.Current.CancellationToken)).ShouldBe("苏州轨交集团");
    }

    [Fact]
    public async Task So_it_is_with_a_contact_a_unit_and_a_product()
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        await depot.FormAsync("/customers/new", ("version", "0"), ("name", "苏州轨道交通"));
        await depot.FormAsync("/products/new", ("version", "0"), ("model", "YE3"), ("line", "motor"), ("source", "own"));
        await depot.FormAsync("/equipment/new", ("version", "0"), ("serial", "YE3-1"), ("product", "YE3"));
        await using var db = depot.Read();
        var customer = await db.Customers.Select(c => c.Id).SingleAsync();
        await MeanwhileAsync(depot, $"/customers/{customer}/contacts/new", [("contactName", "李工")], [("contactName", "王工")], "新增联系人 李工");
        var product = await db.Products.Select(p => p.Id).SingleAsync();
        await MeanwhileAsync(depot, $"/products/{product}", [("model", "YE3"), ("line", "pump"), ("source", "own")],
            [("model", "YE3"), ("line", "motor"), ("source", "own"), ("name", "电机")], "修改产品 YE3", "改动：产品系列");
        var unit = await db.Equipment.Select(u => u.Id).SingleAsync();
        await MeanwhileAsync(depot, $"/equipment/{unit}/edit", [("serial", "YE3-1"), ("product", "YE3"), ("sold", "2025-02-01")],
            [("serial", "YE3-1"), ("product", "YE3"), ("remark", "新备注")], "修改设备 YE3-1", "改动：日期");
    }

    /// <summary>Both open the form; the colleague saves first, then he whose form is old now.</summary>
    private static async Task MeanwhileAsync(Depot depot, string form, (string, string)[] theirs, (string, string)[] mine,
        params string[] told)
    {
        var opened = SeenIn((await depot.GetAsync(form)).Text);
        depot.Actor = Colleague;
        (await depot.FormAsync(form, [.. opened, .. theirs])).Status.ShouldBe(HttpStatusCode.SeeOther);
        depot.Actor = A.Clerk;
        var (status, again) = await depot.FormAsync(form, [.. opened, .. mine]);
        status.ShouldBe(HttpStatusCode.Conflict);
        again.ShouldContain("别人做了这些改动");
        foreach (var text in told.Append("李建国")) again.ShouldContain(text);
        (await depot.FormAsync(form, [.. SeenIn(again), .. mine])).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static (string, string)[] SeenIn(string page) =>
        [.. Hidden().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).DistinctBy(f => f.Item1)];

    [GeneratedRegex("""name="(version|seen)" value="(\d+)""")]
    private static partial Regex Hidden();
}
