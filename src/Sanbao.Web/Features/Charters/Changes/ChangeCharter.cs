using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Web.Platform.Store;
using StoredVersion = Sanbao.Data.CharterVersion;

namespace Sanbao.Web.Features.Charters.Changes;

/// <summary>Drafts, rewrites and decides on new versions of charters (A3).</summary>
internal sealed class ChangeCharter(Writer writer, CharterShelf shelf, Company company, Actor actor, TimeProvider time)
{
    /// <summary>A draft under the id that the form chose: sent again it is there already, and stays as it is.</summary>
    public async Task<Guid> DraftAsync(Guid id, string text, string? reason, CancellationToken cancel)
    {
        var (charter, now) = (CharterTexts.Compile(shelf.Library, text), time.Now());
        var change = CharterChange.Draft(id, charter, text, reason, actor, now);
        await writer.RunAsync(
            async db =>
            {
                if (!await db.CharterChanges.AnyAsync(c => c.Id == id, cancel)) db.Add(CharterChange.Draft(id, charter, text, reason, actor, now));
            },
            cancel);
        return change.Id;
    }

    public Task ReviseAsync(Guid id, long seen, string text, string? reason, CancellationToken cancel)
    {
        var charter = CharterTexts.Compile(shelf.Library, text);
        return writer.RunAsync(Work(id, seen, (change, now) => change.Revise(charter, text, reason, actor, now), cancel), cancel);
    }

    /// <summary>Approves what was looked at: state, journal line and the version that never changes again, in one save.</summary>
    public async Task<CharterChange> ApproveAsync(Guid id, long seen, CancellationToken cancel)
    {
        var approved = await writer.RunAsync(db => ApproveInAsync(db, id, seen, cancel), cancel);
        await shelf.ReadAsync(cancel);
        return approved;
    }

    /// <summary>Within a save of the caller's; whoever calls it lets the shelf read afterwards.</summary>
    public async Task<CharterChange> ApproveInAsync(ServiceDb db, Guid id, long seen, CancellationToken cancel)
    {
        var now = time.Now();
        var change = await db.CharterChanges.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFoundException();
        change.RequireVersion(seen);
        var latest = shelf.Library.Versions.LastOrDefault(v => v.Charter.Code == change.Code)?.Charter;
        change.Approve(latest, time.Today(company), actor, now);
        // What was whole when it was drafted may name a law that is gone since.
        if (shelf.Library.Propose(new("charter.yaml", change.Text)).Charter is null) throw new RefusedException(new("charter-change.no-longer-whole"));
        db.Add(new StoredVersion(change.Code, change.Number, change.Hash, change.Text, change.InForce, actor.Name, now));
        return change;
    }

    public Task RejectAsync(Guid id, long seen, string? reason, CancellationToken cancel) => writer.RunAsync(Rejecting(id, seen, reason, cancel), cancel);

    /// <summary>The same for a save of the caller's.</summary>
    public Func<ServiceDb, Task> Rejecting(Guid id, long seen, string? reason, CancellationToken cancel) =>
        Work(id, seen, (change, now) => change.Reject(reason, actor, now), cancel);

    public Task WithdrawAsync(Guid id, long seen, CancellationToken cancel) =>
        writer.RunAsync(Work(id, seen, (change, now) => change.Withdraw(actor, now), cancel), cancel);

    private Func<ServiceDb, Task> Work(Guid id, long seen, Action<CharterChange, DateTimeOffset> verb, CancellationToken cancel)
    {
        var now = time.Now();
        return async db =>
        {
            var change = await db.CharterChanges.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFoundException();
            change.RequireVersion(seen);
            verb(change, now);
        };
    }
}
