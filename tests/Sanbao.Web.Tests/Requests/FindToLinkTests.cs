using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>Where a request is linked nobody types a number from memory: what fits is offered while one types.</summary>
public class FindToLinkTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_unit_is_found_by_the_end_of_its_serial_and_by_its_customer(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(Entrance.Page);
        Task<string[]> Found(string typed) => HitsAsync(desk, $"/requests/{number}/equipment/find?serial={Uri.EscapeDataString(typed)}");

        (await Found(office.Unit.Serial[^4..])).ShouldBe([office.Unit.Serial]);
        (await Found(office.Customer.Name)).ShouldBe([office.Unit.Serial]);
        (await Found("")).ShouldBeEmpty();
        (await Found("没有这样的")).ShouldBeEmpty();
        var stranger = await Counter.AsAsync(office, "customer");
        using var refused = await stranger.GetAsync($"/requests/{number}/equipment/find?serial={office.Unit.Serial}");
        refused.IsSuccessStatusCode.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_request_that_is_repeated_is_found_by_words_and_offered_where_it_is_of_the_same_unit(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, first) = await office.CallAsync(Entrance.Page, description: "电机冒烟跳闸");
        var (_, second) = await office.CallAsync(Entrance.Page, description: "又来电询问");
        Task<string[]> Found(string typed) => HitsAsync(desk, $"/requests/{second}/duplicate/find?original={Uri.EscapeDataString(typed)}");

        (await Found("")).ShouldBe([first], "of the same unit, and never itself");
        (await Found("冒烟")).ShouldBe([first]);
        (await Found(first)).ShouldBe([first]);
        (await desk.PageAsync($"/requests/{second}/duplicate")).QuerySelector("[name=original]")!.GetAttribute("role").ShouldBe("combobox");
    }

    private static async Task<string[]> HitsAsync(Counter desk, string path) =>
        [.. (await desk.PageAsync(path)).QuerySelectorAll("[role=option]").Select(o => o.GetAttribute("data-value")!)];
}
