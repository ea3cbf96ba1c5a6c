using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Domain.Charters;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Platform.Store;
using StoredVersion = Sanbao.Data.CharterVersion;

namespace Sanbao.Web.Features.Charters.Changes;

/// <summary>Drafts, rewrites and decides on new versions of charters (A3). Whoever lets an approval run lets the shelf read
/// afterwards.</summary>
internal sealed class ChangeCharter(Edit<CharterChange> edit, CharterShelf shelf, Company company, Actor actor, TimeProvider time)
{
    public Func<ServiceDb, Task<CharterChange>> Draft(string text, string? reason)
    {
        var charter = CharterTexts.Compile(shelf.Library, text);
        return edit.New((by, now) => CharterChange.Draft(charter, text, reason, by, now));
    }

    public Func<ServiceDb, Task<CharterChange>> Revise(Guid id, long seen, string text, string? reason)
    {
        var charter = CharterTexts.Compile(shelf.Library, text);
        return edit.Of(id, seen, (change, by, now) => change.Revise(charter, text, reason, by, now));
    }

    /// <summary>Approves what was looked at: state, journal line and the version that never changes again, in one save.</summary>
    public Func<ServiceDb, Task<CharterChange>> Approve(Guid id, long seen) => edit.Of(id, seen, (db, change, now) =>
    {
        var latest = shelf.Library.Versions.LastOrDefault(v => v.Charter.Code == change.Code)?.Charter;
        change.Approve(latest, time.Today(company), actor, now);
        // What was whole when it was drafted may name a law that is gone since.
        if (shelf.Library.Propose(new("charter.yaml", change.Text)).Charter is null)
            throw new RefusedException(new("charter-change.no-longer-whole"));
        db.Add(new StoredVersion(change.Code, change.Number, change.Hash, change.Text, change.InForce, actor.Name, now));
        return CompanyJournal.NoteAsync(
            db, "charter.approved", actor, now, ("charter", change.Code), ("number", change.Number), ("hash", change.Hash));
    });

    public Func<ServiceDb, Task<CharterChange>> Reject(Guid id, long seen, string? reason) =>
        edit.Of(id, seen, (change, by, now) => change.Reject(reason, by, now));

    public Func<ServiceDb, Task<CharterChange>> Withdraw(Guid id, long seen) =>
        edit.Of(id, seen, (change, by, now) => change.Withdraw(by, now));
}
