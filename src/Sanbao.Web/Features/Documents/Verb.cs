using Microsoft.AspNetCore.Mvc;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Files;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Documents;

/// <summary>A verb of one kind of document. The same guard disables the button and protects the command.</summary>
internal abstract class Verb<TDoc> : Verb where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged
{
    /// <summary>What else than the status can forbid it, whatever is posted; null: nothing does.</summary>
    public Func<TDoc, Actor, Refusal?>? Guard { get; init; }

    /// <summary>Why it cannot be done now, whatever is posted; null: it can.</summary>
    public Refusal? WhyNot(TDoc document, Actor by) => document.WhyNot(Name) ?? Guard?.Invoke(document, by);

    internal abstract void Map(DocumentKind<TDoc> kind, RouteGroupBuilder pages, RouteGroupBuilder api);

    /// <summary>Below the document's own address.</summary>
    protected string Route => $"/{{key}}/{Name}";

    protected void MapForm(RouteGroupBuilder pages) =>
        pages.MapGet(Route, (HttpContext http, string key, DocumentDesk<TDoc> desk) => desk.ShowForm(http, key, this))
            .RequirePermission(Needs, Decides);

    /// <summary>The route for programs says in the interface's description what the page says.</summary>
    protected RouteHandlerBuilder Describe(DocumentKind<TDoc> kind, RouteHandlerBuilder route) => route.RequirePermission(Needs, Decides)
        .WithSummary(Dictionary.Entries[Text(kind.Kind, "verb")].En)
        .WithDescription(Dictionary.Entries[Text(kind.Kind, "verb", "-about")].En);
}

/// <summary>A verb and what is posted to it; the same command from the form and from JSON.</summary>
internal sealed class Verb<TDoc, TCommand> : Verb<TDoc> where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged where TCommand : class
{
    public Verb(Func<Work<TDoc>, TCommand, Task> run) => Run = run;

    public Verb(Action<Work<TDoc>, TCommand> run) => Run = (work, command) =>
    {
        run(work, command);
        return Task.CompletedTask;
    };

    public Func<Work<TDoc>, TCommand, Task> Run { get; }

    /// <summary>How it is done to several at once, from the list; null: it is not.</summary>
    public Several<TDoc, TCommand>? Several { get; init; }

    /// <summary>Files can come along with it at the page; they become papers of the document in the same save.</summary>
    public bool WithFiles { get; init; }

    public override bool TakesFiles => WithFiles;

    internal override CommandShape Shape => CommandShape.Of<TCommand>();

    internal override void Map(DocumentKind<TDoc> kind, RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        MapForm(pages);
        var form = pages.MapPost(Route, (HttpContext http, string key, DocumentDesk<TDoc> desk) => desk.Post(http, key, this))
            .RequirePermission(Needs, Decides);
        if (WithFiles) form.WithMetadata(new RequestSizeLimitAttribute(ReceivedFiles.LargestPost));
        Describe(
            kind, api.MapPost(Route, (HttpContext http, string key, DocumentDesk<TDoc> desk, PostedBody<TCommand> body) =>
            desk.PostJson(http, key, this, body)))
            .Takes<TCommand>().Produces(StatusCodes.Status200OK, kind.Answers);
        if (Several is not null)
            pages.MapPost($"/chosen/{Name}", (HttpContext http, SeveralDesk<TDoc> desk) => desk.Post(http, this))
                .RequirePermission(Needs, Decides);
    }
}
