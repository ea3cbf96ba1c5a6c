using System.Net;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Requests;

namespace Sanbao.Web.Tests.TakingIn;

/// <summary>The page of a call is sent again because its answer was lost, or with something else in it.</summary>
public class SentAgainTests(PostgresCluster cluster)
{
    private static readonly byte[] Leak = [0xFF, 0xD8, 0xFF, 1, 2, 3], Plate = [0xFF, 0xD8, 0xFF, 4, 5, 6];

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_call_whose_answer_was_lost_makes_one_request_however_its_photos_come_back(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var desk = await (await Desk.AtAsync(office)).OpenAsync();
        for (var time = 1; time <= 2; time++)
        {
            await desk.SendAsync("/intake", [("漏油.jpg", Leak)], ("description", "漏油"));
            desk.Went.ShouldBe("/requests/FW-2026-000001", $"sent for the {time}. time");
        }
        // The device kept it, and it is opened again: the photo stands with the form now.
        await desk.SendAsync("/intake/choose", [("漏油.jpg", Leak)], ("description", "漏油"));
        desk.Value("photo").ShouldNotBeNullOrEmpty();
        await desk.SaveAsync();
        desk.Went.ShouldBe("/requests/FW-2026-000001");

        await desk.SendAsync("/intake", [("铭牌.jpg", Plate)]);
        desk.Status.ShouldBe(HttpStatusCode.Conflict);
        desk.Text(".flash-bad").ShouldContain("saved already");
        await using var db = office.Read();
        (await db.Requests.CountAsync()).ShouldBe(1);
        (await db.Papers.Select(p => p.Name).ToListAsync()).ShouldBe(["漏油.jpg"]);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Another_word_within_a_list_is_another_call(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        await office.ChangeAsync(async db => (await db.Products.Include(p => p.Bill).SingleAsync(p => p.Id == office.Product.Id))
            .SetBill([new() { Name = "轴承", Quantity = 2 }, new() { Name = "接线盒" }], A.Clerk, A.Now));
        var desk = await (await Desk.AtAsync(office)).OpenAsync();
        await desk.SendAsync("/intake/choose", ("serial", "NEW-78"), ("newUnit", "true"), ("model", "ye3-160m"));
        (string, string)[] call = [("description", "跳闸"), ("piece", "0-2")];
        for (var time = 1; time <= 2; time++) await desk.SaveAsync([.. call, ("piece-serial.0-2", "6309-77")]);
        desk.Went.ShouldBe("/requests/FW-2026-000001");
        await desk.SaveAsync([.. call, ("piece-serial.0-2", "6309-78")]);
        desk.Status.ShouldBe(HttpStatusCode.Conflict);
        desk.Text(".flash-bad").ShouldContain("saved already");
        desk.Value("piece-serial.0-2").ShouldBe("6309-78");
        await desk.SaveAsync(("piece", "1-1"));
        desk.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_contact_with_a_request_that_is_there_is_noted_once(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (_, first) = await office.PostAsync(new { category = "fault", serial = office.Unit.Serial, description = "轴承异响" });
        var desk = await (await Desk.AtAsync(office)).OpenAsync($"/intake?find={office.Unit.Serial}");
        for (var time = 1; time <= 2; time++)
            await desk.SaveAsync(("link", first.GetProperty("id").GetString()!), ("description", "又来电催"));
        desk.Went.ShouldBe("/requests/FW-2026-000001");
        var lines = (await office.GetAsync("/requests/FW-2026-000001")).GetProperty("timeline").EnumerateArray();
        lines.Count(l => l.GetProperty("code").GetString() == "request.contacted-again").ShouldBe(1);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task What_a_caller_says_of_a_unit_is_saved_with_his_call_or_not_at_all(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S9");
        var saves = 0;
        office.Get<Writer>().Committed += () => saves++;
        var desk = await (await Desk.AtAsync(office)).OpenAsync($"/intake?find={office.Unit.Serial}");
        saves = 0;
        await desk.SaveAsync(("description", ""), ("category", "fault"), ("gap.accepted", "2025-04-01"));
        desk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        desk.ErrorAt("description").ShouldNotBeEmpty();
        saves.ShouldBe(0);
        (await UnitAsync()).Dates.Accepted.ShouldBeNull();

        await desk.SaveAsync(("description", "停机"));
        desk.Went.ShouldBe("/requests/FW-2026-000001");
        saves.ShouldBe(1);
        (await UnitAsync()).Dates.Accepted.ShouldBe(new(2025, 4, 1));
        (await office.GetAsync("/requests/FW-2026-000001")).GetProperty("entitlement").GetProperty("lastDay").GetString()
            .ShouldBe("2028-04-01");
        await using var db = office.Read();
        (await db.TimelineAsync(office.Unit.Id, Actor.System)).Count(l => l.Code == "equipment.changed").ShouldBe(1);
        (await new Sanbao.Data.State.RecordVerifier(db).FaultsAsync().ToListAsync()).ShouldBeEmpty();
        await desk.SaveAsync(("description", "停机"));
        desk.Went.ShouldBe("/requests/FW-2026-000001");

        async Task<Sanbao.Domain.InstalledBase.Equipment> UnitAsync()
        {
            await using var read = office.Read();
            return await read.Equipment.AsNoTracking().SingleAsync(u => u.Id == office.Unit.Id);
        }
    }
}
