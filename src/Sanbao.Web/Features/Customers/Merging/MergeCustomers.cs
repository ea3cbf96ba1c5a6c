using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Customers.Merging;

/// <summary>Which record goes into the one that stays, and the versions of both that were looked at.</summary>
internal sealed record MergeToSave(Guid? Other, long? Version, long? OtherVersion);

/// <summary>The customer that stays, and how much of the other one went over to it.</summary>
internal sealed record TwoInOne(Customer Into, Moved Moved);

/// <summary>Two records of one customer become one, in one save. Afterwards other charters may govern: whoever lets it run says so
/// then.</summary>
internal sealed class MergeCustomers(Editable<Customer> editable, Actor actor, TimeProvider time)
{
    /// <param name="stays">Not found when the actor may not see it; the other one is then a wrong field.</param>
    public Func<ServiceDb, Task<TwoInOne>> Of(Guid stays, MergeToSave said)
    {
        var (goes, now) = (Check(said), time.Now());
        return async db =>
        {
            var into = await FindAsync(db, stays) ?? throw new NotFoundException();
            var from = await FindAsync(db, goes) ?? throw new FieldErrorsException([new("other", "customer.unknown")]);
            var entanglement = await db.EntanglementAsync(stays, goes);
            // Before the versions: who merged it meanwhile is more to the point than that it changed.
            Refusal.Throw(into.WhyNotTakeOver(from, entanglement, actor));
            into.RequireVersion(said.Version.GetValueOrDefault());
            from.RequireVersion(said.OtherVersion.GetValueOrDefault());
            await db.PassChartersAsync(from, into, actor, now);
            var moved = await db.MoveAsync(from, into, actor, now);
            return new TwoInOne(into, into.TakeOver(from, entanglement, moved, Telephones.Same, actor, now));
        };
    }

    private Task<Customer?> FindAsync(ServiceDb db, Guid id) => editable.Of(db, actor).SingleOrDefaultAsync(c => c.Id == id);

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
