using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Charters;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;
using Sanbao.Web.Tests.Reliability;

namespace Sanbao.Web.Tests.Requests;

/// <summary>What stays inside the company stays there: a secret lies in every field of it, and is looked for in all that outsiders
/// get.</summary>
public class OutsideTests(PostgresCluster cluster)
{
    private const string Secret = "SECRET", Reference = "SECRET-reference";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly Guid Dealer = Guid.NewGuid(), OtherDealer = Guid.NewGuid();

    public static TheoryData<Kind, string> Outsiders => new()
    {
        { Kind.Sqlite, Roles.Dealer }, { Kind.Sqlite, Roles.Customer }, { Kind.Postgres, Roles.Dealer }, { Kind.Postgres, Roles.Customer },
    };

    [Theory, MemberData(nameof(Outsiders))]
    public async Task No_page_and_no_answer_tells_a_dealer_or_a_customer_what_stays_inside(Kind kind, string role)
    {
        await using var site = await TestSite.Start(kind, cluster);
        var (own, shared) = await FillAsync(site);
        var (browser, program) = await ComeInAsync(site, role, own.Id);
        (await browser.Page($"/requests/{shared.Number}"))
            .Body!.TextContent.ShouldContain("轴承异响", customMessage: "he sees his own request");

        var told = new List<string>();
        foreach (var page in (await Walk.PagesAsync(site, browser))
            .Concat([$"/requests/{shared.Number}", $"/requests/{shared.Number}/print"]))
            await LookAsync(await browser.Get(page), page, told);
        foreach (var path in Paths(own, shared))
            await LookAsync(await program.GetAsync(new Uri("/api/v1" + path, UriKind.Relative), Cancel), path, told);
        told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Roles.Dealer)]
    [InlineData(Roles.Customer)]
    public async Task Whoever_signs_in_has_a_home(string role)
    {
        await using var site = await TestSite.Start();
        await site.AddAccount("outsider", role);
        using var browser = site.Browse();
        await browser.SignIn("outsider", TestSite.Password);
        (await browser.Get("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_reference_of_somebody_else_is_free_for_a_dealer_and_counts_are_of_what_he_sees(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        var (own, shared) = await FillAsync(site);
        var (_, program) = await ComeInAsync(site, Roles.Dealer, own.Id);
        var said = new { category = "fault", description = "机封漏水", externalReference = Reference, serial = "D-1" };
        var first = await PostAsync(program, said);
        first.Status.ShouldBe(HttpStatusCode.Created);
        // His own is his: told again, it is the same request.
        var again = await PostAsync(program, said);
        (again.Status, again.Answer.GetProperty("number").GetString())
            .ShouldBe((HttpStatusCode.OK, first.Answer.GetProperty("number").GetString()));
        // Of the three that are open on the unit one is another dealer's.
        first.Answer.GetProperty("openOnSameEquipment").GetInt32().ShouldBe(1);
        var read = await program.GetFromJsonAsync<JsonElement>($"/api/v1/requests/{shared.Number}", Cancel);
        read.GetProperty("openOnSameEquipment").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("priority", "urgent")]
    [InlineData("cause", "quality")]
    [InlineData("charter", "S1")]
    public async Task Taking_in_takes_from_a_dealer_nothing_that_a_verb_refuses_him(string field, string value)
    {
        await using var site = await TestSite.Start();
        var (own, _) = await FillAsync(site);
        var (_, program) = await ComeInAsync(site, Roles.Dealer, own.Id);
        var said = new Dictionary<string, object> { ["category"] = "fault", ["description"] = "机封漏水", [field] = value };
        var (status, answer) = await PostAsync(program, said);
        (status, answer.GetProperty("code").GetString()).ShouldBe((HttpStatusCode.Conflict, $"request.{field}-not-permitted"));
        using var clerk = await site.Program("liaison");
        (await PostAsync(clerk, said)).Status.ShouldBe(HttpStatusCode.Created);
    }

    private static IEnumerable<string> Paths(Customer own, ServiceRequest shared) =>
    [
        "/requests", "/requests?status=all", $"/requests/{shared.Number}", $"/requests/{shared.Id}", "/customers", $"/customers/{own.Id}",
        $"/customers/{own.Id}/duplicates", "/equipment", "/equipment/D-1", "/products", "/charters", "/company-days",
        $"/requests?q={Secret}", $"/customers?q={Secret}", $"/equipment?q={Secret}",
    ];

    private static async Task LookAsync(HttpResponseMessage answer, string path, List<string> told)
    {
        using (answer)
        {
            ((int)answer.StatusCode).ShouldBeLessThan(500, path);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            foreach (System.Text.RegularExpressions.Match found in System.Text.RegularExpressions.Regex.Matches(text, Secret + "-[a-z-]+"))
                told.Add($"{path}: {found.Value}");
        }
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(HttpClient program, object said)
    {
        using var answer = await program.PostAsJsonAsync("/api/v1/requests", said, Cancel);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel));
    }

    private static async Task<(Browser Browser, HttpClient Program)> ComeInAsync(TestSite site, string role, Guid customer)
    {
        var account = await site.AddAccount("outsider", role);
        var isDealer = role == Roles.Dealer;
        var (token, secret) = ApiToken.Create("外部", [role], A.Now, dealer: isDealer ? Dealer : null, customer: isDealer ? null : customer);
        await site.App.Services.GetRequiredService<Writer>().RunAsync(async db =>
        {
            var stored = (await db.Accounts.FindAsync(account.Id))!;
            (stored.DealerId, stored.CustomerId) = (isDealer ? Dealer : (Guid?)null, isDealer ? (Guid?)null : customer);
            await db.AddNotedAsync(token);
        });
        var browser = site.Browse();
        (await browser.SignIn("outsider", TestSite.Password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var program = site.Client();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return (browser, program);
    }

    private static async Task<(Customer Own, ServiceRequest Shared)> FillAsync(TestSite site)
    {
        var by = A.Clerk;
        var own = Customer.Create(new() { Name = "吴江水务", DealerId = Dealer, Remark = "SECRET-customer-remark" }, by, A.Now);
        var foreign = Customer.Create(new() { Name = "SECRET-foreign-customer", DealerId = OtherDealer, Phone = "13800001111" }, by, A.Now);
        var product = A.Product();
        product.SetBill([new() { Name = "轴承", Supplier = "SECRET-bill-supplier" }], by, A.Now);
        var unit = Equipment.Create(
            new() { Serial = "D-1", ProductId = product.Id, CustomerId = own.Id, DealerId = Dealer, Remark = "SECRET-unit-remark" },
                A.Today, by, A.Now);
        unit.AddComponent(new() { Name = "轴承", Class = "wear", Supplier = "SECRET-component-supplier" }, by, A.Now);
        var charter = CharterLibrary.Shipped.InForce("S0", A.Today)!;
        var shared = Handled(charter, unit, own);
        var hidden = ServiceRequest.Open(
            Told("SECRET-foreign-description 轴承异响，停机") with { Unit = unit, DealerId = OtherDealer, CustomerId = foreign.Id,
                CustomerName = foreign.Name },
            charter, null, by, A.Now);
        await site.App.Services.GetRequiredService<Writer>().CreateAsync(c =>
        {
            foreach (var customer in new[] { own, foreign }) c.Add(customer);
            c.Add(product);
            c.Add(unit);
            foreach (var request in new[] { shared, hidden }) c.Add(request, 2026);
            return true;
        }, Cancel);
        var hash = await site.App.Services.GetRequiredService<Passwords>().HashAsync(TestSite.Password);
        await site.App.Services.GetRequiredService<Writer>().RunAsync(db => EditAccounts.CreateAsync(
            db, new("colleague", "SECRET-colleague", ["engineer"]), hash, temporary: false, Actor.System, A.Now));
        return (own, shared);
    }

    private static Intake Told(string description) => new()
    {
        Channel = Channel.Phone, Category = RequestCategory.Fault, Description = description, ReportedAt = A.Now,
    };

    /// <summary>A request of the dealer's and the customer's own, with everything that is said about it among ourselves.</summary>
    private static ServiceRequest Handled(Charter charter, Equipment unit, Customer own)
    {
        var (by, at) = (A.Clerk, A.Now);
        var request = ServiceRequest.Open(
            Told("轴承异响，停机") with { Unit = unit, DealerId = Dealer, CustomerId = own.Id, CustomerName = own.Name,
                ExternalReference = Reference },
            charter, null, by, at);
        request.Note("SECRET-note", by, at);
        request.Assign(Guid.NewGuid(), "陈伟", "SECRET-assigned-reason", charter, by, at);
        request.Assign(Guid.NewGuid(), "李强", "SECRET-handed-over-reason", charter, by, at);
        request.DeclareSpecial("SECRET-special-reason", charter, by, at);
        request.Reply("已电话答复", null, charter, by, at);
        request.ChooseMode(ServiceMode.OnSite, "SECRET-mode-reason", charter, by, at);
        request.PlanVisit("陈伟", null, at.AddDays(1), "SECRET-visit-remark", charter, by, at);
        request.RecordStep(EventKind.Arrived, "SECRET-step-remark", null, charter, by, at);
        return request;
    }
}
