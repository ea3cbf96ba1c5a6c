namespace Sanbao.Web.Features.Import.Reading.Workbooks;

/// <summary>What is needed of a workbook to read one of its sheets.</summary>
/// <param name="Name">Of the sheet that is read.</param>
/// <param name="Others">Names of the sheets that are not.</param>
internal sealed record Contents(string Name, string Part, IReadOnlyList<string> Others, IReadOnlyList<string> Texts, NumberLooks Looks)
{
    public static Contents Of(Stream file, CancellationToken cancel)
    {
        using var package = new Package(file);
        var book = package.TargetsOf("").Values.FirstOrDefault(t => t.Kind is "officeDocument").Part;
        if (book is null || !book.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))
            throw FileEncoding.Refused("import.broken-workbook");
        if (book.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) throw FileEncoding.Refused("import.is-old-excel");
        var targets = package.TargetsOf(book);
        var (sheets, from1904) = SheetsOf(package, book);
        if (sheets.Count == 0) throw FileEncoding.Refused("import.broken-workbook");
        var chosen = sheets.Find(s => !s.Hidden && targets.GetValueOrDefault(s.Relation).Kind is "worksheet");
        if (chosen == default) throw FileEncoding.Refused("import.no-visible-sheet");
        return new(
            chosen.Name, targets[chosen.Relation].Part, sheets.Where(s => s != chosen).Select(s => s.Name).ToList(),
            SharedTexts.Read(package, PartOf("sharedStrings"), cancel), NumberLooks.Read(package, PartOf("styles"), from1904));

        string? PartOf(string kind) => targets.Values.FirstOrDefault(t => t.Kind == kind).Part;
    }

    private static (List<(string Name, bool Hidden, string Relation)> Sheets, bool From1904) SheetsOf(Package package, string book)
    {
        var (sheets, from1904) = (new List<(string, bool, string)>(), false);
        using var reader = package.Open(book);
        while (reader.Read())
        {
            if (reader.Begins("workbookPr")) from1904 = reader["date1904"] is "1" or "true";
            if (reader.Begins("sheet"))
                sheets.Add((reader["name"] ?? "", reader["state"] is "hidden" or "veryHidden", reader.Relation ?? ""));
        }
        return (sheets, from1904);
    }
}
