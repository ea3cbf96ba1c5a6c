using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Tests.Data;
using ReadCell = Sanbao.Web.Features.Import.Reading.Cell;

namespace Sanbao.Web.Tests.Import;

public class ExcelTests(PostgresCluster cluster)
{
    private static readonly byte[] History = Workbook.Of(
        [], ["单号", "报修时间", "类别", "故障描述", "完成时间"],
        [20250501, new DateTime(2025, 5, 1, 8, 30, 0), "故障", "轴承异响", new DateTime(2025, 5, 3)],
        [],
        ["OLD-2", new DateTime(2025, 6, 1), "咨询"],
        ["OLD-3", "明天", "故障", "好"]);

    private static RecordSource Open(byte[] file) => RecordSource.Open(new MemoryStream(file), new());

    private static string[] Lines(RecordSource source) =>
        [.. source.Records().Select(r => $"{r.Line}: {string.Join('|', r.Cells.Select(c => c.Text))}")];

    private static ReadCell Cell(object? value) => Open(Workbook.Of(["甲"], [value])).Records().Single().Cells[0];

    [Fact]
    public void Rows_come_out_as_they_stand_in_the_sheet_with_their_numbers_dates_and_gaps()
    {
        var source = Open(History);
        source.Header.ShouldBe(["单号", "报修时间", "类别", "故障描述", "完成时间"]);
        (source.Count, source.Format, source.HeaderLine).ShouldBe((3L, "xlsx", 2L));
        Lines(source).ShouldBe(["3: 20250501|2025-05-01 08:30:00|故障|轴承异响|2025-05-03", "5: OLD-2|2025-06-01|咨询||", "6: OLD-3|明天|故障|好|"]);
    }

    [Fact]
    public async Task A_workbook_is_imported_like_a_csv_file_and_its_errors_name_the_row()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var result = await Importing.Run(test, ShippedMaps.Usual(ImportKind.Requests), new MemoryStream(History));
        (result.Stored, result.Refused).ShouldBe((2L, 1L));
        result.Errors.Single().ShouldSatisfyAllConditions(e =>
            e.Line.ShouldBe(6), e => e.Column.ShouldBe("报修时间"), e => e.Value.ShouldBe("明天"));
        await using var db = test.Open();
        (await db.Requests.SingleAsync(r => r.ExternalReference == "20250501"))
            .ClosedAt.ShouldBe(new DateTimeOffset(2025, 5, 3, 0, 0, 0, TimeSpan.FromHours(8)));
    }

    [Theory]
    [InlineData(14, null), InlineData(22, null), InlineData(27, null), InlineData(28, null), InlineData(29, null), InlineData(30, null)]
    [InlineData(31, null), InlineData(36, null), InlineData(50, null), InlineData(51, null), InlineData(52, null), InlineData(53, null)]
    [InlineData(54, null), InlineData(57, null), InlineData(58, null)]
    [InlineData(176, "yyyy\"年\"m\"月\"d\"日\";@"), InlineData(177, "[$-804]yyyy/m/d"), InlineData(178, "[DBNum1][$-804]m\"月\"d\"日\"")]
    public void A_number_under_a_date_format_is_that_day_also_under_those_of_chinese_workbooks(int format, string? code) =>
        Cell(new Shown(45352, format, code)).ShouldBe(new("2024-03-01", IsDate: true));

    [Theory]
    [InlineData(0, null), InlineData(1, null), InlineData(3, null), InlineData(49, null)]
    [InlineData(179, "#,##0.00 \"元\""), InlineData(180, "[h]:mm"), InlineData(181, "0.00E+00"), InlineData(182, "[Red]0")]
    [InlineData(183, "General")]
    public void A_number_under_any_other_format_stays_the_number(int format, string? code) =>
        Cell(new Shown(45352, format, code)).ShouldBe(new("45352"));

    [Theory]
    [InlineData("00000000", "00012345"), InlineData("000-00000", "000-12345"), InlineData("\"SN\"000000", "SN012345")]
    [InlineData("0\"元\"", "12345")]
    public void Zeros_before_a_number_are_there_when_its_format_shows_them(string code, string shown) =>
        Cell(new Shown(12345, 177, code)).ShouldBe(new(shown));

    [Fact]
    public void A_time_of_day_is_rounded_to_its_second_and_days_may_be_counted_from_1904()
    {
        Cell(new Shown(45352.3541666, 22)).Text.ShouldBe("2024-03-01 08:30:00");
        var from1904 = Workbook.Sheets([new("一", ["甲"], [new Shown(43890, 14)])], from1904: true);
        Open(from1904).Records().Single().Cells[0].Text.ShouldBe("2024-03-01");
    }

    [Theory]
    [InlineData("12345678901234500000"), InlineData("1.23456789012345E+19"), InlineData("1000000000000000")]
    public void A_number_of_more_than_fifteen_digits_has_lost_some_and_is_told(string raw) =>
        Cell(new Raw("n", raw)).Fault.ShouldBe(ReadCell.DigitsLost);

    [Fact]
    public void What_arithmetic_left_behind_the_fifteenth_digit_is_not_shown() => Cell(0.1 + 0.2).ShouldBe(new("0.3"));

    [Theory]
    [InlineData("#N/A"), InlineData("#VALUE!"), InlineData("#REF!"), InlineData("#DIV/0!"), InlineData("#NAME?")]
    public void An_error_is_an_error_as_a_value_as_a_result_and_as_a_pasted_text(string error)
    {
        foreach (var cell in new object[] { new Raw("e", error), new Raw("str", error), error })
            Cell(cell).ShouldBe(new(error, ReadCell.ErrorValue));
    }

    [Fact]
    public async Task An_error_is_told_at_its_cell_and_never_taken_as_empty()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var file = Workbook.Of(["序列号", "型号", "客户名称", "出厂日期", "没有用的列"],
            ["A-1", "ZX", new Raw("e", "#N/A"), null, null], ["A-2", "ZX", null, new Raw("e", "#REF!"), null],
            ["A-3", "ZX", null, null, new Raw("e", "#NUM!")]);
        var result = await Importing.Run(test, ShippedMaps.Usual(ImportKind.Equipment), new MemoryStream(file));
        (result.Stored, result.Refused).ShouldBe((1L, 2L));
        result.Errors.Select(e => (e.Line, e.Column, e.Value, e.What.Code))
            .ShouldBe([(2, "客户名称", "#N/A", ReadCell.ErrorValue), (3, "出厂日期", "#REF!", ReadCell.ErrorValue)]);
    }

    [Fact]
    public void Merged_cells_give_their_value_to_each_of_their_rows_and_that_is_said()
    {
        var sheet = new TestSheet(
            "一", ["客户", "型号", "日期"], ["甲", "A", new DateTime(2024, 3, 1)], [null, "B"], [null, "C"], [null, "D"], [null, null, null]);
        var source = Open(Workbook.Sheets([sheet with { Merged = ["A2:A4", "C2:C6", "B2:B2"] }]));
        Lines(source).ShouldBe(["2: 甲|A|2024-03-01", "3: 甲|B|2024-03-01", "4: 甲|C|2024-03-01", "5: |D|2024-03-01"]);
        source.Count.ShouldBe(4);
        Said(source).ShouldContain(("import.remark-merged", 2));
    }

    [Fact]
    public void Hidden_sheets_and_hidden_rows_are_left_out_and_that_is_said()
    {
        var source = Open(Workbook.Sheets([
            new("旧", ["甲"], ["不要"]) { State = "hidden" }, new("更旧", ["甲"], ["不要"]) { State = "veryHidden" },
            new("台账", ["甲"], ["1"], ["2"], ["3"]) { HiddenRows = [3] }, new("另一张", ["甲"], ["不要"])]));
        Lines(source).ShouldBe(["2: 1", "4: 3"]);
        source.Count.ShouldBe(2);
        source.Remarks.Select(Importing.Chinese.Say).ShouldBe(["读取的是工作表“台账”。", "未读取其他或隐藏的工作表：旧, 更旧, 另一张。", "1 行被隐藏，未读取：第 3 行。"]);
    }

    [Fact]
    public void A_header_is_found_under_a_title_by_its_names_or_by_its_look()
    {
        byte[] Titled(params object?[] header) => Workbook.Sheets(
            [new("一", ["某某公司设备台账", null, null], [], ["制表：张三", null, "2024年"], header, ["1", "2", "3"]) { Merged = ["A1:C1"] }]);
        var known = ShippedMaps.Usual(ImportKind.Equipment).Names;
        foreach (var (file, names) in new[] { (Titled("序列号", "型号", "备注"), known), (Titled("Nr", "Typ", "Text"), null) })
        {
            var source = RecordSource.Open(new MemoryStream(file), new(Names: names));
            (source.HeaderLine, source.Count).ShouldBe((4L, 1L));
            Said(source).ShouldContain(("import.remark-title", 4L));
        }
    }

    [Fact]
    public void Texts_are_read_wherever_the_workbook_keeps_them()
    {
        var file = Workbook.Sheets([new("一", ["甲", "乙", "丙"], [new Raw("s", "0"), new Raw("s", "1"), new Raw("str", "果")])],
            [
                "<si><t>一_x000D_二</t></si>",
                "<si><r><t xml:space=\"preserve\">红 </t></r><r><t>绿</t></r><rPh sb=\"0\" eb=\"1\"><t>hong</t></rPh></si>",
            ]);
        Lines(Open(file)).ShouldBe(["2: 一\r二|红 绿|果"]);
    }

    [Fact]
    public void Anything_else_in_a_zip_is_told_for_what_it_is()
    {
        Refused([.. "PK\u0003\u0004"u8, 1, 2, 3]).ShouldBe("import.broken-workbook");
        Refused(History[..^300]).ShouldBe("import.broken-workbook");
        Refused(Workbook.Of()).ShouldBe("import.empty");
        Refused(Workbook.Of(["甲", "乙"])).ShouldBe("import.no-records");
        Refused(Workbook.Sheets([new("一", ["甲"], ["1"]) { State = "hidden" }])).ShouldBe("import.no-visible-sheet");
        var entities = Workbook.Packed([("xl/worksheets/sheet1.xml", to => to.Write("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))]);
        Refused(entities).ShouldBe("import.broken-workbook");
        Refused(Workbook.Packed([], [])).ShouldBe("import.broken-workbook");
        Refused(NoWorkbookIn()).ShouldBe("import.broken-workbook");
    }

    /// <summary>Packed as a workbook is, and none.</summary>
    private static byte[] NoWorkbookIn()
    {
        var bytes = new MemoryStream();
        using (var packed = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = packed.CreateEntry("readme.txt").Open()) entry.Write("甲"u8);
        return bytes.ToArray();
    }

    private static string Refused(byte[] file) => Should.Throw<RefusedException>(() => Open(file)).Refusal.Code;

    private static IEnumerable<(string, object)> Said(RecordSource source) => source.Remarks.Select(r => (r.Code, r.Arguments[0]));
}
