using Sanbao.Domain.Requests;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests.Ledger;

/// <summary>The ledger as a file for Excel.</summary>
public class LedgerExportTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_filtered_list_comes_as_Excel_opens_it(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        await centre.TakeInAsync("轴承异响，\"停机\"");
        await centre.TakeInAsync("不在其中", i => i with { Priority = Sanbao.Domain.Charters.Priority.Low });
        var bytes = await BytesAsync(centre, "service-manager", "/requests/export?priority=normal");
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("单号,状态,下一步,时限,结案时间,内容,类别,渠道,优先级,客户,电话,");
        lines[1].ShouldBe(
            "FW-2026-000001,处理中,待答复,2026-05-03 01:40,,\"轴承异响，\"\"停机\"\"\",故障,电话,一般,苏州轨道交通,138 1234 5678,,,,,S0,,2026-05-02 23:40,"
                + "2026-05-02 23:40,,,处理中,,,,,320505");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+8613812345678")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1+1")]
    [InlineData("＝1+1")]
    public async Task A_text_that_a_spreadsheet_would_run_is_made_harmless(string written)
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync("正常", i => i with { CustomerName = written });
        var text = System.Text.Encoding.UTF8.GetString(await BytesAsync(centre, "service-manager", "/requests/export"));
        text.ShouldContain("'" + written.Trim().Replace("\"", "\"\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("service-manager", "138 1234 5678")]
    [InlineData("liaison", "138 **** 5678")]
    public async Task A_telephone_number_is_whole_only_for_those_who_may_take_data_out(string role, string phone)
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync();
        System.Text.Encoding.UTF8.GetString(await BytesAsync(centre, role, "/requests/export")).ShouldContain("," + phone + ",");
    }

    [Fact]
    public async Task More_lines_than_fit_one_piece_all_arrive()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        for (var i = 0; i < 60; i++) await centre.TakeInAsync(new string('轴', Intake.LongestDescription));
        var text = System.Text.Encoding.UTF8.GetString(await BytesAsync(centre, "service-manager", "/requests/export?view=all"));
        text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(61);
    }

    private static async Task<byte[]> BytesAsync(Centre centre, string role, string path)
    {
        using var client = centre.ClientOf(role);
        return await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
