using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Customers.Merging;

/// <summary>Which record goes into the one that stays, and the versions of both that were looked at.</summary>
internal sealed record MergeToSave(Guid? Other, long? Version, long? OtherVersion);

/// <summary>Two records of one customer become one, in one save.</summary>
internal sealed class MergeCustomers(Writer writer, Idempotency idempotency, GoverningCharters governing, Actor actor, TimeProvider time)
{
    /// <param name="stays">Not found when the actor may not see it; the other one is then a wrong field.</param>
    /// <param name="once">The same key answers the first result again and does nothing; null: the caller sent none.</param>
    /// <param name="answer">What is answered, and kept under the key.</param>
    public async Task<KeyedResult> RunAsync(Guid stays, MergeToSave said, WriteKey? once, Func<Customer, Moved, string> answer, CancellationToken cancel)
    {
        if (once is not null && await idempotency.FindAsync(once.Key, once.BodyHash, cancel) is { } first) return first;
        var goes = Check(said);
        try
        {
            var result = await writer.RunAsync(db => MergeAsync(db, stays, goes, said, once, answer, cancel), cancel);
            governing.Forget();
            return new(StatusCodes.Status200OK, result, Replayed: false);
        }
        catch (Exception) when (once is not null)
        {
            // Sent twice at once: what the first of them did is the answer.
            if (await idempotency.FindAsync(once.Key, once.BodyHash, cancel) is { } done) return done;
            throw;
        }
    }

    private async Task<string> MergeAsync(
        ServiceDb db, Guid stays, Guid goes, MergeToSave said, WriteKey? once, Func<Customer, Moved, string> answer, CancellationToken cancel)
    {
        var now = time.Now();
        var into = await FindAsync(db, stays, cancel) ?? throw new NotFoundException();
        var from = await FindAsync(db, goes, cancel) ?? throw new FieldErrorsException([new("other", "customer.unknown")]);
        var entanglement = await db.EntanglementAsync(stays, goes, cancel);
        // Before the versions: who merged it meanwhile is more to the point than that it changed.
        Refusal.Throw(into.WhyNotTakeOver(from, entanglement, actor));
        into.RequireVersion(said.Version.GetValueOrDefault());
        from.RequireVersion(said.OtherVersion.GetValueOrDefault());
        await db.PassChartersAsync(from, into, actor, now, cancel);
        var moved = into.TakeOver(from, entanglement, await db.MoveAsync(from, into, cancel), actor, now);
        var result = answer(into, moved);
        if (once is not null) db.Add(new IdempotencyKey(once.Key, once.BodyHash, StatusCodes.Status200OK, result, now));
        return result;
    }

    private Task<Customer?> FindAsync(ServiceDb db, Guid id, CancellationToken cancel) =>
        db.Customers.VisibleTo(actor).Include(c => c.Contacts).Include(c => c.Sites).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, cancel);

    private static Guid Check(MergeToSave said)
    {
        var errors = new FieldErrors();
        errors.When(said.Other is null, "other", "field.required");
        errors.When(said.Version is null, "version", "field.required");
        errors.When(said.OtherVersion is null, "otherVersion", "field.required");
        errors.Throw();
        return said.Other.GetValueOrDefault();
    }
}
