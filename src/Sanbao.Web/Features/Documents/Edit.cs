using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Features.Documents;

/// <summary>The documents of a kind that an actor may work on, each with what its verbs need.</summary>
internal sealed record Editable<TDoc>(Func<ServiceDb, Actor, IQueryable<TDoc>> Of) where TDoc : Document;

/// <summary>
/// The one way in which a document is made and changed, by people and by programs. What it gives is a unit of writing: the caller lets the
/// writer run it, or <see cref="Platform.Api.Once"/>.
/// </summary>
internal sealed class Edit<TDoc>(Editable<TDoc> editable, Actor actor, Company company, TimeProvider time) where TDoc : Document
{
    /// <summary>A new one. It is made anew whenever the unit runs.</summary>
    public Func<ServiceDb, Task<TDoc>> New(Func<Actor, DateTimeOffset, TDoc> make) => New((_, now) => Task.FromResult(make(actor, now)));

    /// <summary>The same for one that is looked at beside others inside the save.</summary>
    public Func<ServiceDb, Task<TDoc>> New(Func<ServiceDb, DateTimeOffset, Task<TDoc>> make)
    {
        var now = time.Now();
        return async db =>
        {
            var made = await make(db, now);
            if (made is INumbered numbered) await db.NumberAsync(numbered, Days.LocalDay(now, company.Zone).Year);
            db.Add(made);
            return made;
        };
    }

    /// <summary>Loads what the actor may see, checks the version that was looked at (null: he does not care), and calls one verb.</summary>
    public Func<ServiceDb, Task<TDoc>> Of(Guid id, long? seen, Action<TDoc, Actor, DateTimeOffset> verb) =>
        Of(id, seen, (_, document, now) =>
    {
        verb(document, actor, now);
        return Task.CompletedTask;
    });

    /// <summary>The same for a verb that reads or writes beside the document.</summary>
    public Func<ServiceDb, Task<TDoc>> Of(Guid id, long? seen, Func<ServiceDb, TDoc, DateTimeOffset, Task> verb) =>
        Of(all => all.Where(d => d.Id == id), seen, verb);

    /// <summary>The same for one that is said in another way than by its id.</summary>
    public Func<ServiceDb, Task<TDoc>> Of(Func<IQueryable<TDoc>, IQueryable<TDoc>> which, long? seen,
        Func<ServiceDb, TDoc, DateTimeOffset, Task> verb)
    {
        var now = time.Now();
        return async db =>
        {
            var document = await which(editable.Of(db, actor)).SingleOrDefaultAsync() ?? throw new NotFoundException();
            await db.LoadDeadlinesAsync(document, CancellationToken.None);
            await db.LoadApprovalsAsync(document, CancellationToken.None);
            if (seen is { } version) document.RequireVersion(version);
            await verb(db, document, now);
            return document;
        };
    }
}

internal static class Editables
{
    /// <summary>Says which documents of this kind may be worked on, and with what they are loaded.</summary>
    public static IServiceCollection AddEditable<TDoc>(this IServiceCollection services, Func<ServiceDb, Actor, IQueryable<TDoc>> of)
        where TDoc : Document =>
        services.AddSingleton(new Editable<TDoc>(of)).AddScoped<Edit<TDoc>>();
}

internal static class Seen
{
    /// <summary>The version that was looked at, where it must be said.</summary>
    public static long Needed(long? version) => version ?? throw new FieldErrorsException([new("version", "field.required")]);
}
