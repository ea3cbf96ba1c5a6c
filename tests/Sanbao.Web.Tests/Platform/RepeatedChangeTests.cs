using System.Net;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;

namespace Sanbao.Web.Tests.Platform;

/// <summary>A change that a program sends again under its key is answered again and not done again, whatever it changes.</summary>
public class RepeatedChangeTests(PostgresCluster cluster)
{
    public static MatrixTheoryData<Kind, string> Changes =>
        new([Kind.Sqlite, Kind.Postgres], ["customer", "unit", "component", "void", "product", "bill", "contract"]);

    [Theory, MemberData(nameof(Changes))]
    public async Task The_first_answer_comes_again_and_another_body_is_told(Kind kind, string what)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var (method, path, body, other) = await ChangeAsync(depot, what);
        var first = await depot.JsonAsync(method, path, body, "k-1");
        first.Status.ShouldBe(HttpStatusCode.OK, first.Answer.GetRawText());
        first.Answer.GetProperty("version").GetInt64().ShouldBe(2);

        var again = await depot.JsonAsync(method, path, body, "k-1");
        (again.Status, again.Answer.GetRawText()).ShouldBe((HttpStatusCode.OK, first.Answer.GetRawText()));
        (await depot.JsonGetAsync(string.Join('/', path.Split('/').Take(5)))).Answer.GetProperty("version").GetInt64().ShouldBe(2);

        var wrong = await depot.JsonAsync(method, path, other, "k-1");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Answer.GetProperty("errors").TryGetProperty("Idempotency-Key", out _).ShouldBeTrue();
        (await depot.JsonAsync(method, path, body, "k-2")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Files_that_are_sent_again_are_attached_once(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        var (_, request) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/requests", new { category = "fault", description = "轴承异响" });
        var path = $"/api/v1/requests/{request.GetProperty("id").GetGuid()}";
        byte[] paper = [.. "%PDF-1.7 照片"u8];
        for (var i = 0; i < 2; i++)
            (await depot.FilesAsync(path + "/attachments", null, "k-1", ("铭牌.pdf", paper))).Status.ShouldBe(HttpStatusCode.OK);
        (await depot.FilesAsync(path + "/attachments", null, "k-1", ("铭牌.pdf", [.. paper, 1])))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await depot.JsonGetAsync(path)).Answer.GetProperty("attachments").GetArrayLength().ShouldBe(1);
    }

    private static async Task<(HttpMethod Method, string Path, object Body, object Other)> ChangeAsync(Depot depot, string what)
    {
        var (customer, product) = (A.Customer(), A.Product());
        var unit = A.Unit(product, customer);
        await depot.WriteAsync(c => { c.Add(customer); c.Add(product); c.Add(unit); });
        object Of(string text, long version) =>
            new { name = text, serial = text, model = text, product = product.Model, reason = text, from = "2026-01-01", version };
        var place = what switch
        {
            "customer" => $"customers/{customer.Id}",
            "unit" => $"equipment/{unit.Id}",
            "component" => $"equipment/{unit.Id}/components",
            "void" => $"equipment/{unit.Id}/void",
            "product" => $"products/{product.Id}",
            "bill" => $"products/{product.Id}/bill",
            _ => $"contracts/{await ContractAsync(depot, customer.Id)}",
        };
        var (body, other) = what switch
        {
            "bill" =>
                (new { bill = new[] { new { name = "轴承" } }, version = 1 },
                (object)new { bill = new[] { new { name = "密封" } }, version = 1 }),
            "contract" => (new { number = "HT-2", version = 1 }, new { number = "HT-3", version = 1 }),
            _ => (Of("甲", 1), Of("乙", 1)),
        };
        return (what is "component" ? HttpMethod.Post : HttpMethod.Put, "/api/v1/" + place, body, other);
    }

    private static async Task<Guid> ContractAsync(Depot depot, Guid customer)
    {
        var (status, made) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/contracts", new { customerId = customer, number = "HT-1" });
        status.ShouldBe(HttpStatusCode.Created, made.GetRawText());
        return made.GetProperty("id").GetGuid();
    }
}
