using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Charters.Attaching;

/// <summary>What somebody wants attached: to what, by its name as people say it, which charter, from and until which day.</summary>
internal sealed record CharterToAttach(AttachmentLevel? Level, string? To, string? Charter, DateOnly? From, DateOnly? Until)
{
    public static CharterToAttach Read(FormReader form) => new(
        form.Choice<AttachmentLevel>("level"), form.Text("to"), form.Text("charter", 50), form.Date("from"), form.Date("until"));
}

/// <summary>Attaches charters to the company, lines, models, classes, contracts and customers, and takes them back (A4).</summary>
internal sealed class AttachCharter(ServiceDb db, Writer writer, CharterBook book, GoverningCharters governing, Actor actor, TimeProvider time)
{
    /// <summary>What was said, checked; field errors for what does not exist.</summary>
    public async Task<AttachedCharter> PrepareAsync(Guid id, CharterToAttach said, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        errors.When(said.Level is null, "level", "field.required");
        Check(errors, said.Charter);
        errors.Throw();
        var key = await AttachedTo.KeyAsync(db, said.Level!.Value, said.To, actor, cancel);
        await RefuseTwiceAsync(db, id, said.Level.Value, key, said.From, cancel);
        return AttachedCharter.Attach(id, new(said.Level.Value, key, said.Charter!, said.From, said.Until), actor, time.Now());
    }

    /// <summary>Under the id that the form chose: sent again it is there already, and stays as it is.</summary>
    public async Task AttachAsync(Guid id, CharterToAttach said, CancellationToken cancel)
    {
        if (await db.AttachedCharters.AnyAsync(a => a.Id == id, cancel)) return;
        var prepared = await PrepareAsync(id, said, cancel);
        var attachment = prepared.ToAttachment();
        await writer.RunAsync(
            async store =>
            {
                if (await store.AttachedCharters.AnyAsync(a => a.Id == id, cancel)) return;
                await RefuseTwiceAsync(store, id, attachment.Level, attachment.Key, attachment.From, cancel);
                store.Add(AttachedCharter.Attach(id, attachment, actor, time.Now()));
            },
            cancel);
        governing.Forget();
    }

    /// <summary>Another charter, or other days, for the same thing.</summary>
    public async Task ChangeAsync(Guid id, long seen, CharterToAttach said, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        Check(errors, said.Charter);
        errors.Throw();
        await WorkAsync(id, seen, async (store, attached) =>
        {
            await RefuseTwiceAsync(store, id, attached.Level, attached.Key, said.From, cancel);
            attached.Change(said.Charter!, said.From, said.Until, actor, time.Now());
        }, cancel);
    }

    public Task WithdrawAsync(Guid id, long seen, CancellationToken cancel) => WorkAsync(id, seen, (_, attached) =>
    {
        attached.Withdraw(actor, time.Now());
        return Task.CompletedTask;
    }, cancel);

    private async Task WorkAsync(Guid id, long seen, Func<ServiceDb, AttachedCharter, Task> verb, CancellationToken cancel)
    {
        await writer.RunAsync(
            async store =>
            {
                var attached = await store.AttachedCharters.SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new NotFoundException();
                attached.RequireVersion(seen);
                await verb(store, attached);
            },
            cancel);
        governing.Forget();
    }

    private void Check(FieldErrors errors, string? charter)
    {
        errors.When(string.IsNullOrWhiteSpace(charter), "charter", "field.required");
        errors.When(!string.IsNullOrWhiteSpace(charter) && !book.Knows(charter), "charter", "charter.unknown", charter ?? "");
    }

    /// <summary>Two that begin on one day for one thing could not be told apart; of two that overlap the one that began later governs.</summary>
    private static async Task RefuseTwiceAsync(ServiceDb db, Guid id, AttachmentLevel level, string key, DateOnly? from, CancellationToken cancel)
    {
        if (await db.AttachedCharters.AnyAsync(a => a.Id != id && !a.Withdrawn && a.Level == level && a.Key == key && a.From == from, cancel))
            throw new RefusedException(new("attached-charter.begins-already"));
    }
}
