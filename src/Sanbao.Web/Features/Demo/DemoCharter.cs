using Microsoft.EntityFrameworkCore;
using Sanbao.Charters;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Web.Platform.Store;
using StoredVersion = Sanbao.Data.CharterVersion;

namespace Sanbao.Web.Features.Demo;

/// <summary>What the demo company promises: its own charter, and for other kinds of products those that were made for them.</summary>
internal static class DemoCharter
{
    public const string Own = "JC";
    private const string File = "demo/JC.yaml";

    private static readonly (string Line, string Charter)[] ForLines = [("motor", "S0"), ("system", "S9"), ("software", "S6")];

    /// <summary>Which governs a line of products.</summary>
    public static string Of(string line) => ForLines.FirstOrDefault(l => l.Line == line).Charter ?? Own;

    public static IEnumerable<AttachedCharter> Attachments(Actor by, DateTimeOffset at) =>
        ForLines.Select(l => AttachedCharter.Attach(new(AttachmentLevel.Line, l.Line, l.Charter), by, at));

    /// <summary>Puts the company's own charter on its shelf.</summary>
    public static async Task StoreAsync(Writer writer, CharterShelf shelf, DateTimeOffset now, CancellationToken cancel)
    {
        using var reader = new StreamReader(typeof(DemoCharter).Assembly.GetManifestResourceStream(File)!);
        var text = await reader.ReadToEndAsync(cancel);
        var read = CharterLibrary.Shipped.With([new SourceFile(File, text)]);
        var charter = read.Library.Find(Own, 1)!.Charter;
        await writer.RunAsync(
            async db =>
            {
                if (await db.CharterVersions.AnyAsync(v => v.Code == Own, cancel)) return;
                db.Add(new StoredVersion(Own, charter.Version, charter.Hash, text, charter.InForce, DemoNames.Company, now));
                await CompanyJournal.NoteAsync(db, "charter.shipped", Actor.System, now, ("charters", $"{Own} {charter.Version}"));
            },
            cancel);
        await shelf.ReadAsync(cancel);
    }
}
