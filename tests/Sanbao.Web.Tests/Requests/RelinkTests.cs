using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>A unit is put right in sight of what changes by it, and no request goes to another customer without a word.</summary>
public class RelinkTests(PostgresCluster cluster)
{
    private const string Other = "芜湖测试化工", Serial = "JC2310-00466";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Kind, Entrance> Ways => GuardTests.Ways;

    [Theory, MemberData(nameof(Ways))]
    public async Task A_unit_of_another_customer_is_asked_about_and_told_in_the_journal_and_to_who_goes(Kind kind, Entrance entrance)
    {
        await using var office = await OfficeAsync(kind);
        var chen = await office.HireAsync("陈伟");
        var (desk, number) = await office.CallAsync(entrance);
        var appointment = entrance is Entrance.Page ? "2026-05-03T09:30" : "2026-05-03T09:30:00+08:00";
        await desk.DoAsync(number, "visits", new { engineerId = chen, appointment });

        (await desk.TryAsync(number, "equipment", new { serial = Serial }))!.ShouldStartWith("422");
        (await SerialAsync(office, number)).ShouldBe(office.Unit.Serial);

        await desk.DoAsync(number, "equipment", new { serial = Serial, otherCustomer = true });
        (await SerialAsync(office, number)).ShouldBe(Serial);
        (await desk.PageAsync($"/requests/{number}")).Body!.TextContent.ShouldContain($"was {office.Customer.Name}'s");
        await using var db = office.Read();
        (await db.Notices.Where(n => n.AccountId == chen).Select(n => n.Reason).ToListAsync(Cancel))
            .ShouldBe([NoticeReason.VisitPlanned, NoticeReason.VisitChanged], ignoreOrder: true);
        (await db.Requests.SingleAsync(r => r.Number == number, Cancel)).CustomerName.ShouldBe(Other);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Before_it_is_linked_the_page_shows_the_unit_and_what_changes_and_writes_nothing(Kind kind)
    {
        await using var office = await OfficeAsync(kind);
        var (desk, number) = await office.CallAsync(Entrance.Page);
        async Task<string> Shown(string serial) =>
            (await desk.PageAsync($"/requests/{number}/equipment/preview?serial={serial}")).QuerySelector("#relink-preview")!.TextContent;

        var preview = await Shown(Serial);
        preview.ShouldContain($"The customer becomes {Other} instead of {office.Customer.Name}");
        preview.ShouldContain("→ Covered until 10 Jan 2027");
        (await Shown("NIX")).Trim().ShouldBe("No unit has this serial number");
        (await Shown(office.Unit.Serial)).Trim().ShouldBe("That is the unit linked now");
        (await Shown("")).Trim().ShouldBe("");
        (await office.GetAsync($"/requests/{number}")).GetProperty("timeline").GetArrayLength().ShouldBe(1 + 1, "opened and judged");
        using var nobody = await desk.GetAsync("/requests/FW-2026-999999/equipment/preview?serial=X");
        nobody.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static async Task<string?> SerialAsync(Office office, string number) =>
        (await office.GetAsync($"/requests/{number}")).GetProperty("equipment").GetProperty("serial").GetString();

    private async Task<Office> OfficeAsync(Kind kind)
    {
        var office = await Office.OpenAsync(kind, cluster);
        var customer = A.Customer(Other, "0553-1234567");
        await office.WriteAsync(c =>
        {
            c.Add(customer);
            var dates = new Domain.Charters.UnitDates { Delivered = new(2026, 1, 10) };
            var said = new EquipmentDetails { Serial = Serial, ProductId = office.Product.Id, CustomerId = customer.Id, Dates = dates };
            c.Add(Equipment.Create(said, A.Today, A.Clerk, A.Now));
        });
        return office;
    }
}
