using System.Diagnostics;
using Sanbao.Web.Features.Import.Reading;

namespace Sanbao.Web.Features.Import;

/// <summary>Says on a terminal how far an import is and what came of it.</summary>
internal sealed class ImportTelling(Words w, TextWriter to)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private long last = Stopwatch.GetTimestamp();

    /// <summary>At most twice a second.</summary>
    public void Progress(ImportResult result)
    {
        if (Stopwatch.GetElapsedTime(last) < Pause) return;
        last = Stopwatch.GetTimestamp();
        to.WriteLine(w["cli.import.progress", result.Percent, result.Read, result.Total, (int)result.LinesPerSecond]);
    }

    public void Result(ImportResult result, RecordSource source, bool preview)
    {
        if (preview) Preview(result, source);
        foreach (var remark in source.Remarks.Concat(result.Remarks)) to.WriteLine(w["cli.import.remark", remark]);
        foreach (var error in result.Errors)
            to.WriteLine(error.Column.Length == 0
                ? w["cli.import.error-in-line", error.Line, w.Say(error.What)]
                : w["cli.import.error", error.Line, error.Column, w.Say(error.What)]);
        if (result.ErrorCount > result.Errors.Count)
            to.WriteLine(w["import.more-errors", result.ErrorCount - result.Errors.Count, result.ErrorCount]);
        to.WriteLine(w[preview ? "import.would" : "import.did", result.Total, result.Stored, result.Known, result.Refused]);
        if (!preview) to.WriteLine(w["cli.import.took", Math.Round((decimal)result.Elapsed.TotalSeconds, 1), (int)result.LinesPerSecond]);
    }

    private void Preview(ImportResult result, RecordSource source)
    {
        to.WriteLine(w["cli.import.preview", result.Shown.Count, source.Format]);
        foreach (var (line, values) in result.Shown)
        {
            to.WriteLine(w["cli.import.line", line]);
            foreach (var (field, value) in values)
                to.WriteLine(
                $"    {w["import-field." + Kebab.Of(field)]}: {(value.Length > 100 ? value[..100] + "…" : value).ReplaceLineEndings(" ")}");
        }
        to.WriteLine();
    }
}
