using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;
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
        var goes = Check(said);
        var now = time.Now();
        var done = once is null
            ? new(StatusCodes.Status200OK, await writer.RunAsync(SaidAsync, cancel), Replayed: false)
            : await idempotency.RunOnceAsync(once.Key, once.BodyHash, now, async db => (StatusCodes.Status200OK, await SaidAsync(db)), cancel);
        governing.Forget();
        return done;

        async Task<string> SaidAsync(ServiceDb db)
        {
            var (into, moved) = await MergeAsync(db, stays, goes, said, now, cancel);
            return answer(into, moved);
        }
    }

    private async Task<(Customer Into, Moved Moved)> MergeAsync(ServiceDb db, Guid stays, Guid goes, MergeToSave said, DateTimeOffset now, CancellationToken cancel)
    {
        var into = await FindAsync(db, stays, cancel) ?? throw new NotFoundException();
        var from = await FindAsync(db, goes, cancel) ?? throw new FieldErrorsException([new("other", "customer.unknown")]);
        var entanglement = await db.EntanglementAsync(stays, goes, cancel);
        // Before the versions: who merged it meanwhile is more to the point than that it changed.
        Refusal.Throw(into.WhyNotTakeOver(from, entanglement, actor));
        into.RequireVersion(said.Version.GetValueOrDefault());
        from.RequireVersion(said.OtherVersion.GetValueOrDefault());
        await db.PassChartersAsync(from, into, actor, now, cancel);
        return (into, into.TakeOver(from, entanglement, await db.MoveAsync(from, into, cancel), actor, now));
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
