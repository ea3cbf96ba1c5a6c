using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Web.Platform.Api;
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
    /// <summary>As the document names it; the keys of its words begin with it: <c>request</c>.</summary>
    public required string Kind { get; init; }
    public required Permission Reads { get; init; }
    /// <summary>What its verbs need to be loaded with it.</summary>
    public Func<IQueryable<TDoc>, IQueryable<TDoc>> ForWork { get; init; } = all => all;
    /// <summary>The version that governs it.</summary>
    public required Func<IServiceProvider, TDoc, Charter> Charter { get; init; }
    public required Verb<TDoc>[] Verbs { get; init; }
    /// <summary>How its journal is told.</summary>
    public required IReadOnlyDictionary<string, Telling> Journal { get; init; }
    /// <summary>How one is made; null: its own pages and routes do that.</summary>
    public Making<TDoc>? Making { get; init; }

    /// <summary>What its page tells of it beside what it tells of every kind: a component that takes the view as <c>Of</c>.</summary>
    public Type? Facts { get; init; }
    /// <summary>Reads what its page shows; null: there is none, or not for this actor.</summary>
    public Func<IServiceProvider, string, CancellationToken, Task<DocumentView>> Read { get; init; } = DocumentReader<TDoc>.ReadAsync;
    /// <summary>Components that take the view as <c>Of</c>; the page also the open verb as <c>Open</c>.</summary>
    public Type Page { get; init; } = typeof(DocumentPage);
    /// <summary>The parts of the page that an open page fetches again.</summary>
    public Type Fresh { get; init; } = typeof(FreshDocument);
    /// <summary>The printed form; null: it has none.</summary>
    public Type? Print { get; init; }

    /// <summary>Shows their list as its query asks; null: the list of heads, with the routes for programs and files.</summary>
    public Func<HttpContext, Task<IResult>>? List { get; init; }
    /// <summary>What a program is told after a verb, and the type of that; null: what is told of every kind.</summary>
    public Func<Work<TDoc>, object>? Answer { get; init; }
    public Type Answers { get; init; } = typeof(DocumentAnswer);

    /// <summary>For the feature to announce.</summary>
    public DocumentPlace Place => new(Kind, (number, _) => $"{Path}/{number}");

    public Verb<TDoc> Verb(string name) => Verbs.Single(v => v.Name == name);

    /// <summary>What this actor may do to it, each with the reason why not now; what is his in another's place alone, only when it
    /// is.</summary>
    public IReadOnlyList<OfferedVerb> Offered(TDoc document, Actor actor) =>
    [
        .. Verbs.Where(v => v.IsFor(actor)).Select(v => new OfferedVerb(v, v.WhyNot(document, actor)))
            .Where(o => o.Why is null || actor.May(o.Verb.Needs)),
    ];

    /// <summary>Announces it to the site.</summary>
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(this).AddEditable((db, actor) => ForWork(db.Set<TDoc>().VisibleTo(actor)));
        services.AddTellings(Journal);
    }

    public void Map(Routes routes)
    {
        var (pages, api) = Groups(routes, decides: false);
        // Whoever stands in another's place comes as far as to what he decides there.
        var (deciding, decidingApi) = Groups(routes, decides: true);
        if (List is null) MapList(pages, api);
        Making?.Map(this, pages, api);
        if (Answer is null)
            decidingApi.MapGet("/{key}", (HttpContext http, string key, DocumentDesk<TDoc> desk) => desk.Tell(http, key))
                .Produces<DocumentAnswer>().WithSummary("One by id or number");
        deciding.MapGet("/{key}", (HttpContext http, string key, DocumentDesk<TDoc> desk) => desk.Show(http, key));
        deciding.MapGet("/{key}/changes", (HttpContext http, string key, int lines, DocumentDesk<TDoc> desk) =>
            desk.Changes(http, key, lines));
        if (Print is not null)
            pages.MapGet("/{key}/print", (HttpContext http, string key, DocumentDesk<TDoc> desk) => desk.Print(http, key));
        foreach (var verb in Verbs)
            if (verb.Decides) verb.Map(this, deciding, decidingApi);
            else verb.Map(this, pages, api);
    }

    private (RouteGroupBuilder Pages, RouteGroupBuilder Api) Groups(Routes routes, bool decides) => (
        routes.Pages.MapGroup(Path).RequirePermission(Reads, decides),
        routes.Api.MapGroup(Path).RequirePermission(Reads, decides).WithTags(Path[1..]));

    private static void MapList(RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        pages.MapGet("", (HttpContext http, DocumentList<TDoc> list) => list.PageAsync(http));
        pages.MapGet("/export", (HttpContext http, DocumentList<TDoc> list) => list.SendAsync(http));
        api.MapGet("", (string? status, string? after, DocumentList<TDoc> list, CancellationToken cancel) =>
                list.TellAsync(status, after, cancel))
            .Produces<ListAnswer<HeadAnswer>>().WithSummary("List them, the latest first");
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
