using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>The first sheet of an Excel workbook (.xlsx). Its first row that is not empty names the columns.</summary>
internal sealed class ExcelSource : RecordSource
{
    /// <summary>A workbook is packed; what it says to unpack to must fit into the memory of a small server.</summary>
    private const long LargestUnpacked = 1024L * 1024 * 1024;

    private readonly Stream file;
    private int headerRow;

    private ExcelSource(Stream file) => this.file = file;

    public override string Format => "xlsx";

    public override bool TypedDates => true;

    public static bool IsWorkbook(Stream file)
    {
        var start = new byte[4];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return length == 4 && start.AsSpan().SequenceEqual("PK\u0003\u0004"u8);
    }

    public static ExcelSource Open(Stream file)
    {
        var source = new ExcelSource(file);
        try
        {
            source.CheckSize();
            source.LookThrough();
        }
        // A reader of foreign files fails in many ways; all of them mean that it is no workbook that can be read.
        catch (Exception e) when (e is not (RefusedException or OutOfMemoryException))
        {
            throw FileEncoding.Refused("import.broken-workbook");
        }
        return source;
    }

    public override IEnumerable<FileRecord> Records()
    {
        using var sheet = Sheet();
        while (sheet.Read())
            if (sheet.Depth > headerRow && Cells(sheet) is { Length: > 0 } cells) yield return new(sheet.Depth + 1, Fit(cells));
    }

    private void LookThrough()
    {
        using (var sheet = Sheet())
        {
            var cells = Array.Empty<string>();
            while (cells.Length == 0 && sheet.Read()) (cells, headerRow) = (Cells(sheet), sheet.Depth);
            if (cells.Length == 0) throw FileEncoding.Refused("import.empty");
            Begin(cells);
        }
        Count = Records().LongCount();
        if (Count == 0) throw FileEncoding.Refused("import.no-records");
    }

    private void CheckSize()
    {
        file.Position = 0;
        using var packed = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (packed.GetEntry("xl/workbook.xml") is null) throw FileEncoding.Refused("import.not-csv");
        if (packed.Entries.Sum(e => e.Length) > LargestUnpacked) throw FileEncoding.Refused("import.workbook-too-large");
    }

    private IExcelDataReader Sheet()
    {
        file.Position = 0;
        // The reader asks for a Western code page before it looks into the file, which has none.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8, LeaveOpen = true });
    }

    /// <summary>Without the empty ones at the end.</summary>
    private static string[] Cells(IExcelDataReader sheet)
    {
        var last = sheet.FieldCount - 1;
        while (last >= 0 && Text(sheet.GetValue(last)).Length == 0) last--;
        var cells = new string[last + 1];
        for (var i = 0; i <= last; i++) cells[i] = Text(sheet.GetValue(i));
        return cells;
    }

    private string[] Fit(string[] cells)
    {
        if (cells.Length >= Header.Length) return cells;
        var fitting = new string[Header.Length];
        Array.Fill(fitting, "");
        cells.CopyTo(fitting, 0);
        return fitting;
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => text.Trim(),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        // A number that was typed stays as it was typed: 20250501, not 2.0250501E7.
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
