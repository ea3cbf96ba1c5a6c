namespace Sanbao.Web.Features.Import.Reading.Workbooks;

/// <summary>Gives the value of merged cells to each of their rows, as a person reads them.</summary>
internal sealed class MergedFill(ILookup<long, MergedCells> merged)
{
    // By column: the value, and the last line that it stands for.
    private readonly Dictionary<int, (Cell Value, long LastLine)> standing = [];

    /// <summary>Rows come in the order of their lines.</summary>
    public Cell[] Fill(SheetRow row)
    {
        var cells = row.Cells;
        foreach (var (column, (value, last)) in standing)
        {
            if (last < row.Line) standing.Remove(column);
            else cells = With(cells, column, value);
        }
        foreach (var m in merged[row.Line]) standing[m.Column] = (m.Column < cells.Length ? cells[m.Column] : Cell.Empty, m.LastLine);
        return cells;
    }

    private static Cell[] With(Cell[] cells, int column, Cell value)
    {
        if (value.IsEmpty) return cells;
        var wider = new Cell[Math.Max(cells.Length, column + 1)];
        Array.Fill(wider, Cell.Empty);
        cells.CopyTo(wider, 0);
        wider[column] = value;
        return wider;
    }
}
