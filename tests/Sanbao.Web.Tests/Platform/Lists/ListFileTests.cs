using System.Net;
using ExcelDataReader;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;
using Sanbao.Web.Tests.Requests.Ledger;

namespace Sanbao.Web.Tests.Platform.Lists;

/// <summary>Every list goes out as Excel and as CSV, whole and as it is narrowed.</summary>
public class ListFileTests(PostgresCluster cluster)
{
    // The reader of workbooks asks for an old code page at its start.
    static ListFileTests() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    public static TheoryData<Kind, string> Lists()
    {
        var lists = new TheoryData<Kind, string>();
        foreach (var kind in new[] { Kind.Sqlite, Kind.Postgres })
            foreach (var list in new[]
            {
                "/requests", "/customers", "/equipment", "/products", "/users", "/tokens", "/notices", "/deadlines", "/charter-changes",
                "/attached-charters",
            }) lists.Add(kind, list);
        return lists;
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task Every_list_goes_out_whole_in_both_forms_with_the_same_head(Kind kind, string list)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        depot.Actor = A.Clerk with { Permissions = A.Clerk.Permissions.Add(Permission.Administer).Add(Permission.EditCharters) };
        await depot.WriteAsync(c =>
        {
            for (var n = 0; n < 3; n++)
            {
                var (customer, product) = (A.Customer($"客户 {n}", null), A.Product($"YE3-{n}"));
                c.Add(customer);
                c.Add(product);
                c.Add(A.Unit(product, customer, $"U-{n}"));
                c.Add(A.Request(), 2026);
            }
        });
        var sheet = Sheet(await depot.BytesAsync($"{list}/export?format=excel"));
        var lines = System.Text.Encoding.UTF8.GetString(await depot.BytesAsync($"{list}/export?format=csv")).TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string.Join(',', sheet[0]).ShouldBe(lines[0]);
        sheet.Count.ShouldBe(lines.Length);
        if (list is "/requests" or "/customers" or "/equipment" or "/products") sheet.Count.ShouldBe(4);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_list_longer_than_is_read_at_once_goes_out_whole_and_in_its_order(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        await depot.WriteAsync(c => { for (var n = 0; n < 1001; n++) c.Add(A.Customer($"客户 {n:0000}", null)); });
        Sheet(await depot.BytesAsync("/customers/export?format=excel")).Skip(1).Select(row => row[0])
            .ShouldBe(Enumerable.Range(0, 1001).Select(n => (object)$"客户 {n:0000}"));
    }

    [Fact]
    public async Task Days_and_figures_are_such_in_Excel_and_a_text_is_a_text_whatever_it_begins_with()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync("=HYPERLINK(\"http://x\")", i => i with { Priority = Priority.Urgent, CustomerName = "0012" });
        using var client = centre.ClientOf("service-manager");
        var sheet = Sheet(
            await client.GetByteArrayAsync(new Uri("/requests/export?format=excel", UriKind.Relative),
            TestContext.Current.CancellationToken));
        var row = sheet[0].Zip(sheet[1]).ToDictionary(c => (string)c.First!, c => c.Second);
        row["单号"].ShouldBe("FW-2026-000001");
        row["内容"].ShouldBe("=HYPERLINK(\"http://x\")");
        row["客户"].ShouldBe("0012");
        row["优先级"].ShouldBe("紧急");
        // 23:40 in Suzhou.
        row["报告时间"].ShouldBe(new DateTime(2026, 5, 2, 23, 40, 0));
    }

    [Fact]
    public async Task A_file_has_the_columns_that_were_chosen_and_the_lines_that_fit()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync("轴承异响");
        await centre.TakeInAsync("漏水", i => i with { Category = RequestCategory.Complaint });
        using var client = centre.ClientOf("service-manager");
        var text = await client.GetStringAsync(new Uri("/requests/export?category=complaint&columns=number,matter", UriKind.Relative),
            TestContext.Current.CancellationToken);
        text.TrimStart('\uFEFF').ShouldBe("单号,内容\r\nFW-2026-000002,漏水\r\n");
    }

    [Theory]
    [InlineData("/requests/export?format=pdf")]
    [InlineData("/requests/export?from=never")]
    public async Task What_cannot_be_answered_is_no_file(string path)
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        (await depot.GetAsync(path)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    internal static List<object?[]> Sheet(byte[] bytes)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }
}
