namespace Sanbao.Web.Platform.Hosting;

/// <summary>A part of the site announces itself here and nowhere else: services, routes, menu (house rule 14).</summary>
internal abstract class Feature
{
    public virtual void Add(IServiceCollection services, SiteOptions options) { }

    public virtual void Map(Routes routes) { }

    public virtual IReadOnlyList<MenuItem> Menu => [];

    public virtual IReadOnlyList<DocumentPlace> Places => [];
}

/// <summary>Where routes go. Each gets a permission (<c>RequirePermission</c>) or says AllowAnonymous; a test looks.</summary>
/// <param name="Pages">HTML; form posts are checked for antiforgery.</param>
/// <param name="Api">JSON, under /api/v1.</param>
internal sealed record Routes(RouteGroupBuilder Pages, RouteGroupBuilder Api);

/// <summary>Where the page of a document is.</summary>
/// <param name="Kind">As the document names it (<see cref="Document.Kind"/>).</param>
/// <param name="Of">By its number and id.</param>
internal sealed record DocumentPlace(string Kind, Func<string, Guid, string> Of);

/// <summary>The groups of the side menu, in their order.</summary>
internal enum MenuGroup { Daily, Records, Company }

/// <param name="Text">Key of the label.</param>
/// <param name="Icon">One of Assets/icons.txt.</param>
/// <param name="Needs">Only actors with this permission see it; null: everybody.</param>
/// <param name="Keys">Keyboard shortcut, e.g. <c>g r</c>.</param>
/// <param name="OnPhone">Also in the bar at the bottom of a phone; at most four have it.</param>
internal sealed record MenuItem(
    MenuGroup Group, string Text, string Path, string Icon, Permission? Needs, string? Keys = null, bool OnPhone = false)
{
    /// <summary>Not for a dealer's or customer's people.</summary>
    public bool OwnPeople { get; init; }

    public bool IsFor(Actor actor) => (Needs is not { } permission || actor.May(permission)) && (!OwnPeople || actor.SeesCompany);

    public bool Covers(PathString path) => Path == "/" ? path == "/" : path.StartsWithSegments(Path);
}
