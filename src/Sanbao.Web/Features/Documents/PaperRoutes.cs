using Microsoft.AspNetCore.Mvc;
using Sanbao.Domain.Papers;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Files;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Documents;

/// <summary>
/// Where the papers of a kind of document are handed in, fetched and, where that is allowed, taken off: below the document's address.
/// </summary>
internal sealed class PaperRoutes<TDoc> where TDoc : FiledDocument
{
    private const string All = "/{key}/attachments", One = All + "/{id:guid}", Removal = One + "/removal";

    public required Permission Edits { get; init; }
    /// <summary>Which document a path names.</summary>
    public required Func<IQueryable<TDoc>, string, IQueryable<TDoc>> Named { get; init; }
    /// <summary>Its page, to go back to.</summary>
    public required Func<string, string> PageOf { get; init; }
    /// <summary>The page that holds the form, shown again when something is wrong.</summary>
    public required Func<HttpContext, string, Task<IResult>> Again { get; init; }
    /// <summary>Papers can be taken off, with a reason.</summary>
    public bool Removable { get; init; }

    public void Map(RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        var limit = new RequestSizeLimitAttribute(ReceivedFiles.LargestPost);
        pages.MapPost(All, Add).RequirePermission(Edits).WithMetadata(limit);
        pages.MapGet(One, Send);
        api.MapPost(All, (HttpContext http, string key, Papers<TDoc> papers) => papers.AddOnceAsync(http, Of(key)))
            .RequirePermission(Edits).WithMetadata(limit).Accepts<IFormFileCollection>("multipart/form-data")
            .Produces<ReceivedPapersAnswer>()
            .WithSummary("Add files; the very same file is kept once, one that is refused does not lose the others");
        api.MapGet(One, Send).Produces<byte[]>(contentType: "application/octet-stream").WithSummary("One file");
        if (Removable) MapRemoval(pages, api);
    }

    private void MapRemoval(RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        pages.MapGet(Removal, RemovalPage).RequirePermission(Edits);
        pages.MapPost(Removal, Remove).RequirePermission(Edits);
        api.MapPost(Removal, (HttpContext http, string key, Guid id, PostedBody<RemovePaper> body, Papers<TDoc> papers) =>
                papers.RemoveOnceAsync(http, id, body, Of(key)))
            .RequirePermission(Edits).Takes<RemovePaper>().Produces<WholeListAnswer<PaperAnswer>>()
            .WithSummary("Take a file off, with the reason; the journal keeps its name and hash");
    }

    private Func<IQueryable<TDoc>, IQueryable<TDoc>> Of(string key) => all => Named(all, key);

    private Task<IResult> Add(HttpContext http, string key, Papers<TDoc> papers) => PostForm.Handle(
        http, _ => true,
        async _ =>
        {
            var reception = await papers.AddAsync(http, Of(key));
            return Done.Received(reception, PageOf(key), "document.papers-saved");
        },
        () => Again(http, key));

    private Task<IResult> Send(HttpContext http, string key, Guid id, Papers<TDoc> papers) => papers.SendAsync(http, id, Of(key));

    private async Task<IResult> RemovalPage(HttpContext http, string key, Guid id, Papers<TDoc> papers)
    {
        var paper = await papers.FindAsync(id, Of(key), http.RequestAborted);
        return View.Of<PaperRemovalPage>(new { Of = paper, Back = PageOf(key) });
    }

    private Task<IResult> Remove(HttpContext http, string key, Guid id, Papers<TDoc> papers, Words words) => PostForm.Handle(
        http, form => form.Read<RemovePaper>(words.Zone),
        async said => Done.To(PageOf(key), "document.paper-is-removed", await papers.RemoveAsync(http, id, said, Of(key))),
        () => RemovalPage(http, key, id, papers));
}
