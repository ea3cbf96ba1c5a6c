using System.Globalization;

namespace Sanbao.Web.Features.Import.Reading.Workbooks;

/// <summary>A row as it stands in the sheet, up to its last cell that is not empty.</summary>
internal sealed record SheetRow(long Line, bool Hidden, Cell[] Cells);

/// <summary>Cells that were merged into one, whose value stands for each row. Lines count from 1, columns from 0; inclusive.</summary>
internal sealed record MergedCells(long Line, long LastLine, int Column);

/// <summary>The rows of one sheet, one after the other, and what follows them.</summary>
internal sealed class Sheet(PartReader reader, IReadOnlyList<string> shared, NumberLooks looks, long mostCells)
{
    public const int MostMerged = 100_000;

    private readonly List<Cell> cells = [];
    private long line, seen;

    /// <summary>Known after the last row, because a sheet names them behind it.</summary>
    public List<MergedCells> Merged { get; } = [];

    /// <summary>Those that have anything in them.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        while (reader.Read())
        {
            if (reader.Begins("row") && Row() is { } row) yield return row;
            if (reader.Begins("mergeCell") && MergedOf(reader["ref"]) is { } merged) Merged.Add(merged);
            if (Merged.Count > MostMerged) throw FileEncoding.Refused("import.workbook-merged", MostMerged);
        }
    }

    private SheetRow? Row()
    {
        line = PartReader.Number(reader["r"]) ?? line + 1;
        var hidden = reader["hidden"] is "1" or "true";
        cells.Clear();
        var next = 0;
        for (var depth = reader.Enter(); reader.Next(depth);)
        {
            if (!reader.Begins("c")) continue;
            if (++seen > mostCells) throw FileEncoding.Refused("import.workbook-many-cells", mostCells);
            var column = ColumnOf(reader["r"]) ?? next;
            next = column + 1;
            Put(column, CellHere());
        }
        return cells.Count == 0 ? null : new(line, hidden, [.. cells]);
    }

    private void Put(int column, Cell cell)
    {
        if (cell.IsEmpty) return;
        if (column >= RecordSource.MostColumns)
            throw FileEncoding.Refused("import.workbook-many-columns", RecordSource.MostColumns);
        while (cells.Count <= column) cells.Add(Cell.Empty);
        cells[column] = cell;
    }

    private Cell CellHere()
    {
        var (kind, style) = (reader["t"], PartReader.Number(reader["s"]) ?? -1);
        var (value, inline) = ("", "");
        for (var depth = reader.Enter(); reader.Next(depth);)
        {
            if (reader.Begins("v")) value = reader.Text();
            else if (reader.Begins("is")) inline = reader.RichText();
        }
        return kind switch
        {
            "inlineStr" => Cell.OfText(inline),
            "s" => PartReader.Number(value) is { } place && place < shared.Count ? Cell.OfText(shared[(int)place]) : Cell.Empty,
            "e" => Cell.OfError(value),
            "b" => new(value is "1" or "true" ? "true" : "false"),
            "d" => new(value.Replace('T', ' '), IsDate: true),
            null or "n" when double.TryParse(value, CultureInfo.InvariantCulture, out var number) => looks.Of(number, value, style),
            _ => Cell.OfText(value),
        };
    }

    /// <summary>AB12 is in column 27; null: it does not say.</summary>
    private static int? ColumnOf(ReadOnlySpan<char> place)
    {
        var column = 0;
        foreach (var c in place)
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = column * 26 + (c - 'A' + 1);
            if (column > 1_000_000) break;
        }
        return column == 0 ? null : column - 1;
    }

    private static MergedCells? MergedOf(string? place)
    {
        if (place?.Split(':') is not [var from, var to] || ColumnOf(from) is not { } column) return null;
        var (first, last) = (LineOf(from), LineOf(to));
        return first < last ? new(first, last, column) : null;
    }

    private static long LineOf(string place) => PartReader.Number(place.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) ?? 0;
}
