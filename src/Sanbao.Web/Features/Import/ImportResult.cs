using Sanbao.Web.Features.Import.Rows;

namespace Sanbao.Web.Features.Import;

/// <summary>How far an import is, and what came of it. Counts are lines of the file.</summary>
internal sealed class ImportResult(long total, TimeProvider clock, Action<RowError>? wrong)
{
    /// <summary>As many are kept and shown; the rest is counted.</summary>
    public const int MostErrors = 100;

    /// <summary>Lines that a preview shows.</summary>
    public const int MostShown = 10;

    private readonly List<RowError> errors = [];
    private readonly List<(long, IReadOnlyList<(string, string)>)> shown = [];
    // By column and sentence: the first line, and how many lines there are.
    private readonly Dictionary<(string Column, string Code), (RowError First, long Lines)> remarks = [];
    private readonly Dictionary<Word, long> missing = [];
    private readonly long started = clock.GetTimestamp();

    public long Total => total;
    public long Read { get; set; }
    /// <summary>Stored, or in a preview: would be.</summary>
    public long Stored { get; private set; }
    /// <summary>Were there already and stay as they are.</summary>
    public long Known { get; set; }
    public long Refused { get; private set; }
    public long ErrorCount { get; private set; }
    /// <summary>Units among the stored ones of which nobody can say whether they are covered.</summary>
    public long Undetermined { get; private set; }
    public IReadOnlyList<RowError> Errors => errors;
    public IReadOnlyList<(long Line, IReadOnlyList<(string Field, string Value)> Values)> Shown => shown;

    /// <summary>What is to be said of lines that come in, once for each column: of which line first, and of how many.</summary>
    public IEnumerable<Phrase> Remarks => remarks.Values
        .Select(r => Phrase.Of(
            (r.First.Column.Length == 0, r.Lines == 1) switch
            {
                (true, true) => "import.remark-at-line",
                (true, false) => "import.remark-at-lines",
                (false, true) => "import.remark-at-cell",
                (false, false) => "import.remark-at-cells",
            }, r.First.Line, r.First.Column, r.First.What, r.Lines))
        .Concat(missing.OrderByDescending(m => m.Value).Select(m => Phrase.Of("import.remark-undetermined", m.Value, m.Key)));

    public int Percent => total == 0 ? 100 : (int)(Read * 100 / total);
    public TimeSpan Elapsed => clock.GetElapsedTime(started);
    public double LinesPerSecond => Read / Math.Max(0.001, Elapsed.TotalSeconds);

    public void Refuse(List<RowError> ofOneLine)
    {
        Refused++;
        ErrorCount += ofOneLine.Count;
        if (wrong is not null) ofOneLine.ForEach(wrong);
        errors.AddRange(ofOneLine.Take(MostErrors - errors.Count));
    }

    /// <summary>A line that is stored, or would be.</summary>
    public void Store(Built line)
    {
        Stored++;
        if (line.Missing.IsDefaultOrEmpty) return;
        Undetermined++;
        foreach (var fact in line.Missing) missing[fact] = missing.GetValueOrDefault(fact) + 1;
    }

    /// <summary>What was read of a line that can be read.</summary>
    /// <param name="show">It may be one of the lines that a preview shows.</param>
    public void Take(RowValues row, bool show)
    {
        if (show && shown.Count < MostShown && row.Errors.Count == 0) shown.Add((row.Line, row.Shown));
        foreach (var remark in row.Remarks)
        {
            var place = (remark.Column, remark.What.Code);
            remarks[place] = remarks.TryGetValue(place, out var before) ? before with { Lines = before.Lines + 1 } : (remark, 1);
        }
    }
}
