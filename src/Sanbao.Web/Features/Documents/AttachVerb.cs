using Sanbao.Domain.Papers;

namespace Sanbao.Web.Features.Documents;

/// <summary>The action "attach": its form carries files; the routes are those of the kind's papers.</summary>
internal sealed class AttachVerb<TDoc> : Verb<TDoc> where TDoc : FiledDocument, IBelongs<TDoc>, INumbered, IStaged
{
    public override bool TakesFiles => true;

    internal override void Map(DocumentKind<TDoc> kind, RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        MapForm(pages);
        new PaperRoutes<TDoc>
        {
            Edits = Needs, Named = Named.By, PageOf = key => $"{kind.Path}/{key}",
            Again = (http, key) => http.RequestServices.GetRequiredService<DocumentDesk<TDoc>>().Show(http, key, this),
        }.Map(pages, api);
    }
}
