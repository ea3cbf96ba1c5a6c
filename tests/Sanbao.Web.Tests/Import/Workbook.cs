using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Sanbao.Web.Tests.Import;

/// <summary>A number as a format of the sheet shows it: one that is built in, or a code of its own.</summary>
internal sealed record Shown(double Value, int Format, string? Code = null);

/// <summary>A cell as the file has it.</summary>
internal sealed record Raw(string Kind, string Value);

/// <summary>A sheet of a workbook. Null: the cell is empty; an empty row is left out, as Excel does.</summary>
internal sealed record TestSheet(string Name, params object?[][] Rows)
{
    public string State { get; init; } = "visible";
    public int[] HiddenRows { get; init; } = [];
    public string[] Merged { get; init; } = [];
}

/// <summary>A small Excel workbook: texts, numbers, dates and errors.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string List = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static byte[] Of(params object?[][] rows) => Sheets([new TestSheet("一", rows)]);

    public static byte[] Sheets(TestSheet[] sheets, string[]? shared = null, bool from1904 = false)
    {
        var formats = new Formats();
        var parts = sheets.Select((sheet, i) => Part($"xl/worksheets/sheet{i + 1}.xml", () => Sheet(sheet, formats))).ToList();
        parts.Add(Part("xl/styles.xml", formats.Xml));
        if (shared is not null) parts.Add(Part("xl/sharedStrings.xml", () => $"<sst xmlns=\"{Main}\">{string.Concat(shared)}</sst>"));
        return Packed([.. parts], sheets, from1904);
    }

    /// <summary>A workbook of which some parts are written as they come; a part that nobody writes is not there.</summary>
    public static byte[] Packed((string Path, Action<TextWriter> Write)[] parts, TestSheet[]? sheets = null, bool from1904 = false)
    {
        sheets ??= [new("一")];
        var bytes = new MemoryStream();
        using (var packed = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(packed, Part("_rels/.rels", () => Related([("r1", "officeDocument", "xl/workbook.xml")])));
            var listed = sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i + 1}\"/>");
            Put(packed, Part("xl/workbook.xml", () => $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">"
                + $"<workbookPr date1904=\"{(from1904 ? 1 : 0)}\"/><sheets>{string.Concat(listed)}</sheets></workbook>"));
            var targets = sheets.Select((_, i) => ($"s{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")).ToList();
            foreach (var kind in new[] { "styles", "sharedStrings" })
                if (parts.Any(p => p.Path == $"xl/{kind}.xml")) targets.Add((kind, kind, $"/xl/{kind}.xml"));
            Put(packed, Part("xl/_rels/workbook.xml.rels", () => Related(targets)));
            foreach (var part in parts) Put(packed, part);
        }
        return bytes.ToArray();
    }

    private static (string, Action<TextWriter>) Part(string path, Func<string> text) => (path, to => to.Write(text()));

    private static string Related(IEnumerable<(string Id, string Kind, string Target)> targets) =>
        $"<Relationships xmlns=\"{List}\">"
        + string.Concat(targets.Select(t => $"<Relationship Id=\"{t.Id}\" Type=\"{Relations}/{t.Kind}\" Target=\"{t.Target}\"/>"))
        + "</Relationships>";

    private static string Sheet(TestSheet sheet, Formats formats)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (var r = 0; r < sheet.Rows.Length; r++)
        {
            if (sheet.Rows[r].Length == 0) continue;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\"{(sheet.HiddenRows.Contains(r + 1) ? " hidden=\"1\"" : "")}>");
            for (var c = 0; c < sheet.Rows[r].Length; c++) xml.Append(Cell($"{(char)('A' + c)}{r + 1}", sheet.Rows[r][c], formats));
            xml.Append("</row>");
        }
        var merged = string.Concat(sheet.Merged.Select(m => $"<mergeCell ref=\"{m}\"/>"));
        return xml.Append($"</sheetData><mergeCells>{merged}</mergeCells></worksheet>").ToString();
    }

    private static string Cell(string place, object? value, Formats formats) => value switch
    {
        null => "",
        DateTime at => Cell(place, new Shown(at.ToOADate(), at.TimeOfDay == TimeSpan.Zero ? 14 : 22), formats),
        Shown s => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\" s=\"{formats.Of(s)}\"><v>{s.Value}</v></c>"),
        Raw raw => $"<c r=\"{place}\" t=\"{raw.Kind}\"><v>{raw.Value}</v></c>",
        int or double => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{value}</v></c>"),
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(value.ToString())}</t></is></c>",
    };

    private static void Put(ZipArchive packed, (string Path, Action<TextWriter> Write) part)
    {
        using var entry = new StreamWriter(packed.CreateEntry(part.Path).Open());
        part.Write(entry);
    }

    private sealed class Formats
    {
        private readonly List<(int Id, string? Code)> used = [(0, null)];

        public int Of(Shown shown)
        {
            if (!used.Contains((shown.Format, shown.Code))) used.Add((shown.Format, shown.Code));
            return used.IndexOf((shown.Format, shown.Code));
        }

        public string Xml()
        {
            var codes = used.Where(u => u.Code is not null)
                .Select(u => $"<numFmt numFmtId=\"{u.Id}\" formatCode=\"{SecurityElement.Escape(u.Code)}\"/>");
            var styles = used.Select(u => $"<xf numFmtId=\"{u.Id}\"/>");
            return $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(codes)}</numFmts>"
                + $"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>{string.Concat(styles)}</cellXfs></styleSheet>";
        }
    }
}
