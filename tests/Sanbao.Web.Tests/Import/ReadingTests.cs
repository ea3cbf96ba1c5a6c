using System.Text;
using Sanbao.Web.Features.Import.Reading;

namespace Sanbao.Web.Tests.Import;

public class ReadingTests
{
    private const string Text = "序列号,型号,备注\nA-1,ISG80,轴承异响\nA-2,ISG65,\"两行\n文字\"\n\nA-3,ISG50,机械密封泄漏\n";

    private static CsvSource Open(byte[] file, string? encoding = null) => CsvSource.Open(new MemoryStream(file), encoding, null);

    [Fact]
    public void A_file_reads_the_same_in_utf8_with_and_without_mark_in_gbk_and_in_utf16()
    {
        byte[][] files = [Encoding.UTF8.GetBytes(Text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], Importing.Gbk.GetBytes(Text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]];
        foreach (var file in files)
        {
            var source = Open(file);
            source.Header.ShouldBe(["序列号", "型号", "备注"]);
            source.Records().Select(r => r.Fields[2]).ShouldBe(["轴承异响", "两行\n文字", "机械密封泄漏"]);
        }
    }

    [Fact]
    public void Lines_are_those_of_the_file_also_after_fields_of_several_lines_and_empty_lines() =>
        Open(Encoding.UTF8.GetBytes(Text)).Records().Select(r => r.Line).ShouldBe([2, 3, 6]);

    [Fact]
    public void Semicolons_and_tabs_part_fields_too()
    {
        Open("a;b\n1;2\n"u8.ToArray()).Header.ShouldBe(["a", "b"]);
        Open("a\tb\n1\t2\n"u8.ToArray()).Header.ShouldBe(["a", "b"]);
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

    [Theory]
    [InlineData("a,b\n1,\"offen\n2,x\n3,y\n", 2L)]
    [InlineData("a,b\n1,x\n2,x\"y\n", 3L)]
    [InlineData("a,b\n1,\"zwei\nZeilen\"\n2,\"x\"y\n", 4L)]
    public void Broken_quoting_is_refused_with_the_line_where_its_record_begins(string text, long line)
    {
        var why = Importing.Refused(Encoding.UTF8.GetBytes(text));
        (why.Code, why.Arguments[0]).ShouldBe(("import.broken-quoting", line));
    }

    [Fact]
    public void A_workbook_a_picture_an_empty_file_and_a_header_alone_are_each_told_for_what_they_are()
    {
        Importing.Refused([0xD0, 0xCF, 0x11, 0xE0, 1]).Code.ShouldBe("import.is-old-excel");
        Importing.Refused([0x89, 0x50, 0x4E, 0x47, 0, 0, 1]).Code.ShouldBe("import.not-csv");
        Importing.Refused([]).Code.ShouldBe("import.empty");
        Importing.Refused("a,b\n"u8.ToArray()).Code.ShouldBe("import.no-records");
        Importing.Refused("a,a\n1,2\n"u8.ToArray()).Code.ShouldBe("import.column-twice");
    }
}
