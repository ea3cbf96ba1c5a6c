using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Import;

/// <summary>Who brought what in stands in the company's journal.</summary>
internal static class ImportJournal
{
    public static readonly Dictionary<string, Telling> Tellings = new()
    {
        ["import.noted"] = new("file-import", Title: ["file", "kind:import-kind", "stored", "refused"]),
    };

    /// <summary>What changed nothing is not noted.</summary>
    public static Task NoteAsync(Writer writer, Actor by, DateTimeOffset now, ImportKind kind, string file, ImportResult result) =>
        result.Stored == 0 ? Task.CompletedTask : writer.RunAsync(db => CompanyJournal.NoteAsync(
            db, "import.noted", by, now, ("file", file), ("kind", Kebab.Of(kind)), ("stored", result.Stored), ("refused", result.Refused)));
}
