using System.Text;
using Sanbao.Web.Features.Import.Reading;

namespace Sanbao.Web.Tests.Import;

public class ReadingTests
{
    private const string Text = "序列号,型号,备注\nA-1,ISG80,轴承异响\nA-2,ISG65,\"两行\n文字\"\n\nA-3,ISG50,机械密封泄漏\n";

    private static RecordSource Open(byte[] file, string? encoding = null) => RecordSource.Open(new MemoryStream(file), new(encoding));

    private static RecordSource Open(string text) => Open(Encoding.UTF8.GetBytes(text));

    private static string[] Lines(RecordSource source) =>
        [.. source.Records().Select(r => $"{r.Line}{(r.Fault is { } f ? " " + f.Code : ": " + Cells(r))}")];

    private static string Cells(FileRecord row) => string.Join('|', row.Cells.Select(c => c.Text));

    [Fact]
    public void A_file_reads_the_same_in_utf8_with_and_without_mark_in_gbk_and_in_utf16()
    {
        byte[][] files = [Encoding.UTF8.GetBytes(Text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], Importing.Gbk.GetBytes(Text),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]];
        foreach (var file in files)
        {
            var source = Open(file);
            source.Header.ShouldBe(["序列号", "型号", "备注"]);
            source.Records().Select(r => r.Cells[2].Text).ShouldBe(["轴承异响", "两行\n文字", "机械密封泄漏"]);
        }
    }

    [Fact]
    public void Lines_are_those_of_the_file_also_after_fields_of_several_lines_and_empty_lines() =>
        Open(Text).Records().Select(r => r.Line).ShouldBe([2, 3, 6]);

    [Fact]
    public void Semicolons_and_tabs_part_fields_too()
    {
        Open("a;b\n1;2\n").Header.ShouldBe(["a", "b"]);
        Open("a\tb\n1\t2\n").Header.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Gbk_asked_for_a_utf8_file_is_refused_instead_of_stored_as_gibberish() =>
        Importing.Refused(Encoding.UTF8.GetBytes(Text), "gbk").Code.ShouldBe("import.is-utf8");

    [Fact]
    public void Utf8_asked_for_a_gbk_file_is_refused_at_its_first_such_line()
    {
        var why = Importing.Refused([.. "a,b\n1,2\n"u8, .. Importing.Gbk.GetBytes("3,轴承\n")], "utf-8");
        (why.Code, why.Arguments[0]).ShouldBe(("import.not-utf8", 3L));
    }

    [Fact]
    public void Western_letters_in_one_byte_are_not_taken_for_gbk()
    {
        var why = Importing.Refused(Encoding.Latin1.GetBytes("produkt,fejl\nlampe,virker\nkøleskab,støj på bagsiden\nføn,ødelagt\n"));
        (why.Code, why.Arguments[0]).ShouldBe(("import.unknown-encoding", 3L));
    }

    [Fact]
    public void A_line_of_other_letters_does_not_stop_a_file_and_is_told_at_its_cell()
    {
        (Encoding, Encoding, string)[] files =
            [(Encoding.UTF8, Importing.Gbk, "丙,轴承\n"), (Importing.Gbk, Encoding.Latin1, "x,\u00f8\u00ff\n")];
        foreach (var (mostly, other, line) in files)
        {
            var source = Open([.. mostly.GetBytes("名称,备注\n甲,轴承\n乙,机封\n"), .. other.GetBytes(line), .. mostly.GetBytes("丁,漏油\n")]);
            source.Records().Select(r => r.Cells[1].Fault).ShouldBe([null, null, Cell.Unreadable, null]);
        }
    }

    [Theory]
    [InlineData("a,b\n1,\"offen\n2,x\n3,y\n", "2 import.broken-quoting", "3: 2|x", "4: 3|y")]
    [InlineData("a,b\n1,\"offen\n2,\"x\"\n3,y\n", "2 import.broken-quoting", "3: 2|x", "4: 3|y")]
    [InlineData("a,b\n1,\"zwei\nZeilen\"\n2,\"x\"y\n3,z\n", "2: 1|zwei\nZeilen", "4 import.broken-quoting", "5: 3|z")]
    [InlineData("a,b\n1,\"zwei\nZeilen\"x\n3,z\n", "2 import.broken-quoting", "3 import.broken-quoting", "4: 3|z")]
    [InlineData("a,b\n\"1,x\n\"2,x\n3,y\n", "2 import.broken-quoting", "3 import.broken-quoting", "4: 3|y")]
    [InlineData("a,b\n1,5\" Rohr\n2,x\n", "2: 1|5\" Rohr", "3: 2|x")]
    public void A_line_whose_quotation_marks_do_not_pair_is_told_and_takes_no_other_along(string text, params string[] lines) =>
        Lines(Open(text)).ShouldBe(lines);

    [Fact]
    public void A_short_line_counts_as_empty_at_its_end_a_long_one_is_told_and_empty_ones_are_none()
    {
        var source = Open("a,b,c\n1\n1,2,3,\n,,\n1,2,3,4\n   \n5,6,7\n");
        Lines(source).ShouldBe(["2: 1||", "3: 1|2|3", "5 import.too-many-fields", "7: 5|6|7"]);
        source.Count.ShouldBe(4);
        source.Records().First().Remark!.Value.Code.ShouldBe("import.remark-short-line");
    }

    [Theory]
    [InlineData("=\"00123\"", "00123", null)]
    [InlineData("'=1+1", "=1+1", null)]
    [InlineData("1.23457E+14", "1.23457E+14", Cell.DigitsLost)]
    [InlineData("1E+15", "1E+15", Cell.DigitsLost)]
    [InlineData("12E3", "12E3", null)]
    [InlineData("#N/A", "#N/A", Cell.ErrorValue)]
    [InlineData("########", "########", Cell.ErrorValue)]
    [InlineData("#1", "#1", null)]
    [InlineData("　A-1 ", "A-1", null)]
    public void What_a_spreadsheet_writes_into_a_text_file_is_understood(string written, string text, string? fault)
    {
        var quoted = $"\"{written.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Open($"a,b\n{quoted},x\n").Records().Single().Cells[0].ShouldBe(new(text, fault));
    }

    [Fact]
    public void Columns_of_one_name_are_told_apart_and_that_is_said()
    {
        var source = Open("a,A,b,c\n1,2,3,4\n");
        source.Header.ShouldBe(["a", "A (2)", "b", "c"]);
        Importing.Chinese.Say(source.Remarks.Single()).ShouldBe("列名“A”不止一列，后面的记作“A (2)”。");
    }

    [Fact]
    public void A_title_above_the_names_of_the_columns_is_left_out_and_said_and_another_line_can_be_chosen()
    {
        const string titled = "某某公司设备台账,,\n制表：张三\n序列号,型号,备注\n1,2,3\n";
        (Open(titled).HeaderLine, Open(titled).Count).ShouldBe((3L, 1L));
        var chosen = RecordSource.Open(new MemoryStream(Encoding.UTF8.GetBytes(titled)), new(HeaderLine: 2));
        (chosen.Header[0], chosen.Count).ShouldBe(("制表：张三", 2L));
    }

    [Fact]
    public void A_workbook_a_picture_an_empty_file_and_a_header_alone_are_each_told_for_what_they_are()
    {
        Importing.Refused([0xD0, 0xCF, 0x11, 0xE0, 1]).Code.ShouldBe("import.is-old-excel");
        var wide = string.Join(',', Enumerable.Range(1, 20_000)) + "\n1\n";
        Importing.Refused(Encoding.UTF8.GetBytes(wide)).Code.ShouldBe("import.many-columns");
        Importing.Refused([0x89, 0x50, 0x4E, 0x47, 0, 0, 1]).Code.ShouldBe("import.not-csv");
        Importing.Refused([]).Code.ShouldBe("import.empty");
        Importing.Refused("\n \n"u8.ToArray()).Code.ShouldBe("import.empty");
        Importing.Refused("a,b\n"u8.ToArray()).Code.ShouldBe("import.no-records");
    }
}
