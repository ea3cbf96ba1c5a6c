using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>A fault that comes back is told before anybody goes again with the same remedy.</summary>
public class RepeatTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task What_was_repaired_within_a_year_is_told_on_the_request_and_at_intake(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, first) = await office.CallAsync(Entrance.Page);
        (await ToldAsync(desk, $"/requests/{first}")).ShouldBeNull();
        await desk.DoAsync(first, "solution", new { solution = "更换前轴承", repaired = true });
        office.Clock.At = office.Clock.At.AddDays(30);

        var intake = (await ToldAsync(desk, $"/intake?find={office.Unit.Serial}")).ShouldNotBeNull();
        intake.ShouldContain(first);
        intake.ShouldContain("更换前轴承");
        intake.ShouldContain("same unit");
        (await ToldAsync(desk, $"/requests/{await AgainAsync(office)}")).ShouldNotBeNull().ShouldContain(first);

        office.Clock.At = office.Clock.At.AddDays(400);
        (await ToldAsync(desk, $"/requests/{await AgainAsync(office)}")).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_answered_without_a_repair_is_no_repeated_repair()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (desk, first) = await office.CallAsync(Entrance.Page);
        await desk.DoAsync(first, "solution", new { solution = "电话指导后正常" });
        office.Clock.At = office.Clock.At.AddDays(1);
        (await ToldAsync(desk, $"/intake?find={office.Unit.Serial}")).ShouldBeNull();
    }

    /// <summary>The number of another call about the same unit, reported now.</summary>
    private static async Task<string> AgainAsync(Office office) => (await office.PostAsync(
        new { channel = "phone", category = "fault", serial = office.Unit.Serial, description = "又响了" })).Answer.GetProperty("number")
            .GetString()!;

    private static async Task<string?> ToldAsync(Counter desk, string path) =>
        (await desk.PageAsync(path)).QuerySelector("#repeat")?.TextContent;
}
