using Microsoft.EntityFrameworkCore;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using StoredVersion = Sanbao.Data.CharterVersion;

namespace Sanbao.Web.Platform.Store;

/// <summary>
/// The charters of this company, compiled, over the company's own days off and with its own time of warning. What the product ships is
/// stored once as immutable version rows (docs/decisions/0001); a shipped file that changed under an old version number stops the start.
/// What the company approves itself joins them. Of several readings at once the one that began last holds, and no version is ever lost
/// again.
/// </summary>
internal sealed class CharterShelf(ServiceDatabase database, Writer writer, TimeProvider time)
{
    private readonly LastRead<Shelf> shelf = new(new(CharterLibrary.Shipped, CharterLibrary.Shipped, OwnDays.None, EarlyWarning.Usual));

    public CharterLibrary Library => shelf.Value.Library;

    /// <summary>The charters as they were while the company had these days.</summary>
    public CharterLibrary LibraryOver(OwnDays days) => shelf.Value.Plain.Over(days, shelf.Value.Warning);

    /// <summary>The company's own days off and days worked.</summary>
    public OwnDays Days => shelf.Value.Days;

    /// <summary>The very version that governs a stored document; without it nothing can be judged or computed.</summary>
    public Charter Find(string code, int version) =>
        (Library.Find(code, version) ?? FetchedNow(code, version))?.Charter
        ?? throw new InvalidOperationException($"Charter {code} version {version} is not on the shelf.");

    public async Task OpenAsync(CancellationToken cancel)
    {
        var stored = await ReadAsync(cancel);
        var known = stored.Select(v => (v.Code, v.Version)).ToHashSet();
        var missing = Library.Versions.Where(v => !known.Contains((v.Charter.Code, v.Charter.Version))).ToArray();
        if (missing.Length > 0) await StoreAsync(missing, cancel);
    }

    /// <summary>Takes up what was approved and declared since, here or on another node.</summary>
    public async Task<IReadOnlyList<StoredVersion>> ReadAsync(CancellationToken cancel)
    {
        var reading = shelf.Begin();
        await using var db = database.CreateDbContext();
        var stored = await Stored(db).ToListAsync(cancel);
        var days = CompanyDays.Of(await db.CompanyDays.AsNoTracking().Where(d => !d.Withdrawn).ToListAsync(cancel));
        var warning = await WarningAsync(db, cancel);
        shelf.Take(reading, before => With(before, stored, days, warning));
        return stored;
    }

    private static IQueryable<StoredVersion> Stored(ServiceDb db) =>
        db.CharterVersions.AsNoTracking().OrderBy(v => v.Code).ThenBy(v => v.Version);

    private static async Task<EarlyWarning> WarningAsync(ServiceDb db, CancellationToken cancel) =>
        // A company that is being set up has no settings yet.
        await db.Settings.AsNoTracking().Select(s => (int?)s.WarningShare).SingleOrDefaultAsync(cancel) is { } share
            ? new(share)
            : EarlyWarning.Usual;

    /// <summary>A document made on another node a moment ago may name a version that this one has not seen yet.</summary>
    private Sanbao.Charters.CharterVersion? FetchedNow(string code, int version)
    {
        using var db = database.CreateDbContext();
        var stored = Stored(db).ToList();
        shelf.Add(before => With(before, stored, before.Days, before.Warning));
        return Library.Find(code, version);
    }

    private static Shelf With(Shelf before, IReadOnlyList<StoredVersion> stored, OwnDays days, EarlyWarning warning)
    {
        // What is stored letter by letter as it ships, or was read before, is compiled already.
        var fresh = stored.Where(v => before.Plain.Find(v.Code, v.Version)?.Text != v.Text).ToArray();
        if (fresh.Length == 0 && days.IsSame(before.Days) && warning == before.Warning) return before;
        // The company may have approved a version of its own before the product shipped another under the same number: the approved one
        // holds. So does what was stored when only remarks read otherwise now.
        var stays = fresh.Where(v => v.ApprovedBy != Actor.System.Name || SaysTheSame(v.Text, before.Plain.Find(v.Code, v.Version)?.Text))
            .Select(v => (v.Code, v.Version)).ToArray();
        var reading = before.Plain.Without(stays).With(fresh.Select(v => new SourceFile($"{v.Code} {v.Version}", v.Text)));
        if (!reading.Clean)
            throw new RefusedException(
                new("charter.shelf-differs", string.Join(Environment.NewLine, reading.Errors.Select(e => e.ToString()))));
        return new(reading.Library, reading.Library.Over(days, warning), days, warning);
    }

    private static bool SaysTheSame(string one, string? other) => other is not null && Said(one).SequenceEqual(Said(other));

    /// <summary>The lines of a charter without those that are blank or remarks.</summary>
    private static IEnumerable<string> Said(string text) =>
        text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.TrimStart() is not ("" or ['#', ..]));

    private Task StoreAsync(Sanbao.Charters.CharterVersion[] versions, CancellationToken cancel)
    {
        var now = time.Now();
        return writer.RunAsync(
            async db =>
            {
                // Another node may have been faster.
                var known = await db.CharterVersions.Select(v => new { v.Code, v.Version }).ToListAsync(cancel);
                var missing = versions.Where(v => !known.Any(k => k.Code == v.Charter.Code && k.Version == v.Charter.Version)).ToList();
                if (missing.Count == 0) return;
                db.AddRange(missing.Select(v => new StoredVersion(
                    v.Charter.Code, v.Charter.Version, v.Charter.Hash, v.Text, v.Charter.InForce, Actor.System.Name, now)));
                var shipped = string.Join(", ", missing.Select(v => $"{v.Charter.Code} {v.Charter.Version}"));
                await CompanyJournal.NoteAsync(db, "charter.shipped", Actor.System, now, ("charters", shipped));
            },
            cancel);
    }

    /// <param name="Plain">As the charters say; new versions are read into it.</param>
    /// <param name="Library">The same over the company's days and warning.</param>
    private sealed record Shelf(CharterLibrary Plain, CharterLibrary Library, OwnDays Days, EarlyWarning Warning);
}
