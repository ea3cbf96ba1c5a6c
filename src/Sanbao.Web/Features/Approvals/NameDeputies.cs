using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Approvals;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Approvals;

/// <summary>Who decides in whose place, on which days.</summary>
/// <param name="Person">Whose deputy it is; null: the actor's own.</param>
internal sealed record DeputyToName(Guid? Person, Guid? Deputy, DateOnly? From, DateOnly? To);

/// <summary>Names deputies and takes them back. Whoever lets a unit run says so to those who know the accounts.</summary>
internal sealed class NameDeputies(ServiceDb db, Edit<Deputy> edit, Actor actor)
{
    public async Task<Func<ServiceDb, Task<Deputy>>> NameAsync(DeputyToName said, CancellationToken cancel)
    {
        var person = said.Person is { } other && other != actor.Id ? await PersonAsync(other, "person", cancel) : actor;
        if (said.Deputy is not { } named) throw new FieldErrorsException([new("deputy", "field.required")]);
        var deputy = await PersonAsync(named, "deputy", cancel);
        return edit.New((by, now) => Deputy.Of(person, deputy, said.From, said.To, by, now));
    }

    public Func<ServiceDb, Task<Deputy>> Withdraw(Guid id) => edit.Of(id, seen: null, (deputy, by, now) => deputy.Withdraw(by, now));

    /// <summary>One of our own people, with his rights.</summary>
    private async Task<Actor> PersonAsync(Guid id, string field, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && !a.Disabled, cancel);
        return account?.ToActor() is { SeesCompany: true } own ? own : throw new FieldErrorsException([new(field, "form.choice")]);
    }
}

/// <summary>The journal of a deputy in words.</summary>
internal static class DeputyTellings
{
    public static readonly Dictionary<string, Telling> All = new()
    {
        ["deputy.named"] = new("user-plus", Title: ["person", "deputy", "from~to"]),
        ["deputy.withdrawn"] = new("arrow-back-up", Title: ["person", "deputy", "from~to"]),
    };
}
