using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Charters.Attaching;

/// <summary>What somebody wants attached: to what, by its name as people say it, which charter, from and until which day.</summary>
internal sealed record CharterToAttach(AttachmentLevel? Level, string? To, string? Charter, DateOnly? From, DateOnly? Until)
{
    public static CharterToAttach Read(FormReader form) => new(
        form.Choice<AttachmentLevel>("level"), form.Text("to"), form.Text("charter", 50), form.Date("from"), form.Date("until"));
}

/// <summary>
/// Attaches charters to the company, lines, models, classes, contracts and customers, and takes them back (A4). Other charters may govern
/// afterwards: whoever lets a unit run says so then.
/// </summary>
internal sealed class AttachCharter(ServiceDb db, Edit<AttachedCharter> edit, CharterBook book, Actor actor)
{
    public async Task<Func<ServiceDb, Task<AttachedCharter>>> AttachAsync(CharterToAttach said, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        errors.When(said.Level is null, "level", "field.required");
        Check(errors, said.Charter);
        errors.Throw();
        var level = said.Level.GetValueOrDefault();
        var attachment = new CharterAttachment(level, await AttachedTo.KeyAsync(db, level, said.To, actor, cancel), said.Charter!,
            said.From, said.Until);
        return edit.New(async (store, now) =>
        {
            await RefuseTwiceAsync(store, null, attachment.Level, attachment.Key, attachment.From);
            return AttachedCharter.Attach(attachment, actor, now);
        });
    }

    /// <summary>Another charter, or other days, for the same thing.</summary>
    public Func<ServiceDb, Task<AttachedCharter>> Change(Guid id, long seen, CharterToAttach said)
    {
        var errors = new FieldErrors();
        Check(errors, said.Charter);
        errors.Throw();
        return edit.Of(id, seen, async (store, attached, now) =>
        {
            await RefuseTwiceAsync(store, id, attached.Level, attached.Key, said.From);
            attached.Change(said.Charter!, said.From, said.Until, actor, now);
        });
    }

    public Func<ServiceDb, Task<AttachedCharter>> Withdraw(Guid id, long seen) =>
        edit.Of(id, seen, (attached, by, now) => attached.Withdraw(by, now));

    private void Check(FieldErrors errors, string? charter)
    {
        errors.When(string.IsNullOrWhiteSpace(charter), "charter", "field.required");
        errors.When(!string.IsNullOrWhiteSpace(charter) && !book.Knows(charter), "charter", "charter.unknown", charter ?? "");
    }

    /// <summary>
    /// Two that begin on one day for one thing could not be told apart; of two that overlap the one that began later governs. Of two who
    /// attach at once the index lets one through.
    /// </summary>
    private static async Task RefuseTwiceAsync(ServiceDb db, Guid? id, AttachmentLevel level, string key, DateOnly? from)
    {
        if (await db.AttachedCharters.AnyAsync(a => a.Id != id && !a.Withdrawn && a.Level == level && a.Key == key && a.From == from))
            throw new RefusedException(new("attached-charter.begins-already"));
    }
}
