using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Documents;

/// <summary>
/// One kind of document: where it stands, how it is found and loaded, what can be done to it, and what shows it. Its table of verbs
/// draws the buttons, guards the commands and maps the routes for people and programs.
/// </summary>
internal sealed class DocumentKind<TDoc> where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged
{
    /// <summary>Of its pages, and below /api/v1 of its resources: <c>/requests</c>.</summary>
    public required string Path { get; init; }
    /// <summary>What the keys of its words begin with: <c>request</c>.</summary>
    public required string Texts { get; init; }
    public required Permission Reads { get; init; }
    /// <summary>What its verbs need to be loaded with it.</summary>
    public required Func<IQueryable<TDoc>, IQueryable<TDoc>> ForWork { get; init; }
    /// <summary>The version that governs it.</summary>
    public required Func<IServiceProvider, TDoc, Charter> Charter { get; init; }
    public required Verb<TDoc>[] Verbs { get; init; }
    /// <summary>How its journal is told.</summary>
    public required IReadOnlyDictionary<string, Telling> Journal { get; init; }
    /// <summary>Reads what its page shows; null: there is none, or not for this actor.</summary>
    public required Func<IServiceProvider, string, CancellationToken, Task<DocumentView>> Read { get; init; }
    /// <summary>Components that take the view as <c>Of</c>; the page also the open verb as <c>Open</c>.</summary>
    public required Type Page { get; init; }
    /// <summary>The parts of the page that an open page fetches again.</summary>
    public required Type Fresh { get; init; }
    /// <summary>Shows their list as its query asks; null: they have none.</summary>
    public Func<HttpContext, Task<IResult>>? List { get; init; }
    /// <summary>The printed form; null: it has none.</summary>
    public Type? Print { get; init; }
    /// <summary>What a program is told after a verb, and the type of that.</summary>
    public required Func<Work<TDoc>, object> Answer { get; init; }
    public required Type Answers { get; init; }

    public Verb<TDoc> Verb(string name) => Verbs.Single(v => v.Name == name);

    /// <summary>What this actor may do to it, each with the reason why not now.</summary>
    public IReadOnlyList<OfferedVerb> Offered(TDoc document, Charter charter, Actor actor) =>
        [.. Verbs.Where(v => v.IsFor(actor)).Select(v => new OfferedVerb(v, v.WhyNot(document, charter)))];

    /// <summary>Announces it to the site.</summary>
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(this).AddEditable((db, actor) => ForWork(db.Set<TDoc>().VisibleTo(actor)));
        services.AddTellings(Journal);
    }

    public void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup(Path).RequirePermission(Reads);
        pages.MapGet("/{key}", (HttpContext http, string key, DocumentDesk<TDoc> desk) => desk.Show(http, key));
        pages.MapGet("/{key}/changes", (HttpContext http, string key, int lines, DocumentDesk<TDoc> desk) => desk.Changes(http, key, lines));
        if (Print is not null) pages.MapGet("/{key}/print", (HttpContext http, string key, DocumentDesk<TDoc> desk) => desk.Print(http, key));
        var api = routes.Api.MapGroup(Path).WithTags(Path[1..]);
        foreach (var verb in Verbs) verb.Map(this, pages, api);
    }
}

internal static class Named
{
    /// <summary>The one with this id or number, in any case, where the actor may see it.</summary>
    public static IQueryable<TDoc> Find<TDoc>(ServiceDb db, string key, Actor actor) where TDoc : Document, IBelongs<TDoc>, INumbered =>
        By(db.Set<TDoc>().VisibleTo(actor), key);

    /// <summary>Of these the one with this id or number, in any case.</summary>
    public static IQueryable<TDoc> By<TDoc>(IQueryable<TDoc> all, string key) where TDoc : Document, INumbered
    {
        var number = key.Trim().ToUpperInvariant();
        return Guid.TryParse(key, out var id) ? all.Where(d => d.Id == id) : all.Where(d => d.Number == number);
    }
}
