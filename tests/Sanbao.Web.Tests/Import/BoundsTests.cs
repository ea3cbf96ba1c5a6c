using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Features.Import.Reading.Workbooks;

namespace Sanbao.Web.Tests.Import;

/// <summary>A small file that would unpack to a large one is refused in words, before its size is in memory.</summary>
public class BoundsTests
{
    private const string SheetPart = "xl/worksheets/sheet1.xml", TextsPart = "xl/sharedStrings.xml";
    private const long Megabyte = 1024 * 1024;

    private static byte[] Bomb(string part, Action<TextWriter> write) => part == SheetPart
        ? Workbook.Packed([(part, write)])
        : Workbook.Packed([(SheetPart, Repeated("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", 1)), (part, write)]);

    private static Action<TextWriter> Repeated(string piece, long count, string before = "", string after = "") => to =>
    {
        to.Write($"<x>{before}");
        for (var n = 0L; n < count; n++) to.Write(piece);
        to.Write($"{after}</x>");
    };

    public static TheoryData<string, string, string, long> Bombs => new()
    {
        { "import.workbook-many-columns", SheetPart, "columns", 16_384 },
        { "import.workbook-many-cells", SheetPart, "<c s=\"1\"/>", 1_200_000 },
        { "import.workbook-many-texts", TextsPart, "<si><t>x</t></si>", SharedTexts.Most + 1 },
        { "import.workbook-many-texts", TextsPart, "<si><t>" + new string('x', 20_000) + "</t></si>", 2_001 },
        { "import.workbook-too-large", SheetPart, "<row/>    ", 65 * Megabyte / 10 },
        { "import.workbook-too-large", TextsPart, "<si/>", 65 * Megabyte / 5 },
        { "import.workbook-long-text", SheetPart, "text", 3 * Megabyte },
        { "import.workbook-long-text", SheetPart, "attribute", 3 * Megabyte },
        { "import.workbook-merged", SheetPart, "merged", Sheet.MostMerged + 1 },
    };

    [Theory, MemberData(nameof(Bombs))]
    public void What_is_too_much_is_refused_in_words(string code, string part, string piece, long count)
    {
        var file = Bomb(part, piece switch
        {
            "columns" => Repeated("<c t=\"str\"><v>1</v></c>", count, "<row>", "</row>"),
            "text" => Repeated("x", count, "<row><c t=\"inlineStr\"><is><t>", "</t></is></c></row>"),
            "attribute" => Repeated("x", count, "<row r=\"", "\"/>"),
            "merged" => Repeated("<mergeCell ref=\"A2:A3\"/>", count, "<row><c t=\"str\"><v>1</v></c></row>", ""),
            ['<', 'c', ..] => Repeated(piece, count, "<row>", "</row>"),
            _ => Repeated(piece, count),
        });
        file.Length.ShouldBeLessThan((int)(2 * Megabyte));
        Spent(() => Should.Throw<RefusedException>(() => Open(file)).Refusal.Code.ShouldBe(code)).ShouldBeLessThan(300 * Megabyte);
        Importing.Chinese.Say(Should.Throw<RefusedException>(() => Open(file)).Refusal).ShouldNotContain("[");
    }

    [Fact]
    public void A_file_that_lies_about_its_size_is_not_unpacked_beyond_it()
    {
        var file = Bomb(SheetPart, Repeated("<row/>    ", 65 * Megabyte / 10));
        // In the list at the end of the file: where the sheet's unpacked size stands.
        var name = file.AsSpan().LastIndexOf("xl/worksheets/sheet1.xml"u8);
        BitConverter.TryWriteBytes(file.AsSpan(name - 46 + 24), 1000).ShouldBeTrue();
        Should.Throw<RefusedException>(() => Open(file)).Refusal.Code.ShouldBe("import.broken-workbook");
    }

    [Fact]
    public void A_million_empty_rows_between_two_are_no_rows()
    {
        var file = Workbook.Packed([(SheetPart, to =>
        {
            to.Write("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>甲</v></c></row>");
            for (var n = 2; n < 1_048_576; n++) to.Write($"<row r=\"{n}\"/>");
            to.Write("<row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>1</v></c></row></sheetData></worksheet>");
        })]);
        Spent(() =>
        {
            var source = Open(file);
            (source.Count, source.Records().Single().Line).ShouldBe((1, 1_048_576));
        }).ShouldBeLessThan(300 * Megabyte);
    }

    private static RecordSource Open(byte[] file) => RecordSource.Open(new MemoryStream(file), new());

    private static long Spent(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
