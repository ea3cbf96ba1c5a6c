using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Import;

public class ExcelTests(PostgresCluster cluster)
{
    private static readonly byte[] History = Workbook.Of(
        [], ["单号", "报修时间", "类别", "故障描述", "完成时间"],
        [20250501, new DateTime(2025, 5, 1, 8, 30, 0), "故障", "轴承异响", new DateTime(2025, 5, 3)],
        [],
        ["OLD-2", new DateTime(2025, 6, 1), "咨询"],
        ["OLD-3", "明天", "故障", "好"]);

    private static RecordSource Open(byte[] file) => RecordSource.Open(new MemoryStream(file), null, null);

    [Fact]
    public void Rows_come_out_as_they_stand_in_the_sheet_with_their_numbers_dates_and_gaps()
    {
        var source = Open(History);
        source.Header.ShouldBe(["单号", "报修时间", "类别", "故障描述", "完成时间"]);
        (source.Count, source.Format).ShouldBe((3L, "xlsx"));
        source.Records().Select(r => $"{r.Line}: {string.Join('|', r.Fields)}").ShouldBe(
            ["3: 20250501|2025-05-01 08:30:00|故障|轴承异响|2025-05-03", "5: OLD-2|2025-06-01|咨询||", "6: OLD-3|明天|故障|好|"]);
    }

    [Fact]
    public async Task A_workbook_is_imported_like_a_csv_file_and_its_errors_name_the_row()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var result = await Importing.Run(test, ShippedMaps.Usual(ImportKind.Requests), new MemoryStream(History));
        (result.Stored, result.Refused).ShouldBe((2L, 1L));
        result.Errors.Single().ShouldSatisfyAllConditions(e => e.Line.ShouldBe(6), e => e.Column.ShouldBe("报修时间"), e => e.Value.ShouldBe("明天"));
        await using var db = test.Open();
        (await db.Requests.SingleAsync(r => r.ExternalReference == "20250501")).ClosedAt.ShouldBe(new DateTimeOffset(2025, 5, 3, 0, 0, 0, TimeSpan.FromHours(8)));
    }

    [Fact]
    public void Anything_else_in_a_zip_is_told_for_what_it_is()
    {
        Refused([.. "PK\u0003\u0004"u8, 1, 2, 3]).ShouldBe("import.broken-workbook");
        Refused(History[..^300]).ShouldBe("import.broken-workbook");
        Refused(Workbook.Of()).ShouldBe("import.empty");
        Refused(Workbook.Of(["a", "b"])).ShouldBe("import.no-records");
        Refused(Workbook.Of(["a", "A"], ["1", "2"])).ShouldBe("import.column-twice");
    }

    private static string Refused(byte[] file) => Should.Throw<RefusedException>(() => Open(file)).Refusal.Code;
}
