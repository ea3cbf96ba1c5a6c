using Microsoft.AspNetCore.Http.HttpResults;
using Sanbao.Data;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Documents;

/// <summary>How a document of a kind is made, by a form and by programs.</summary>
internal abstract class Making<TDoc> : FormOf where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged
{
    public required Permission Needs { get; init; }

    public bool IsFor(Actor actor) => actor.May(Needs);

    internal abstract void Map(DocumentKind<TDoc> kind, RouteGroupBuilder pages, RouteGroupBuilder api);
}

internal sealed class Making<TDoc, TCommand>(Func<TCommand, IServiceProvider, Actor, DateTimeOffset, TDoc> make) : Making<TDoc>
    where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged where TCommand : class
{
    internal override CommandShape Shape => CommandShape.Of<TCommand>();

    internal override void Map(DocumentKind<TDoc> kind, RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        pages.MapGet("/new", (TimeProvider time) => Show(kind, time)).RequirePermission(Needs);
        pages.MapPost("/new", (HttpContext http, Edit<TDoc> edit, FormOnce sent, TimeProvider time, Words words) =>
            Post(kind, http, edit, sent, time, words)).RequirePermission(Needs);
        api.MapPost("", (HttpContext http, PostedBody<TCommand> body, Edit<TDoc> edit, Once once, Actor actor) =>
                PostJson(kind, http, body, edit, once, actor))
            .RequirePermission(Needs).Takes<TCommand>().Produces(StatusCodes.Status201Created, kind.Answers).WithSummary("Make one");
    }

    private RazorComponentResult Show(DocumentKind<TDoc> kind, TimeProvider time) => View.Of<DocumentFormPage>(new
    {
        kind.Kind, kind.Path, Making = (FormOf)this, Once = Guid.CreateVersion7(time.Now()),
    });

    private Task<IResult> Post(
        DocumentKind<TDoc> kind, HttpContext http, Edit<TDoc> edit, FormOnce sent, TimeProvider time, Words words) =>
        PostForm.Handle(
        http, form => form.Read<TCommand>(words.Zone),
        async said =>
        {
            var make = New(edit, said, http);
            var number = await sent.RunAsync(kind.Path, said, async db => (await make(db)).Number, http.RequestAborted);
            return Done.To($"{kind.Path}/{number}", "document.is-made", number);
        },
        () => Show(kind, time));

    private Task<IResult> PostJson(
        DocumentKind<TDoc> kind, HttpContext http, PostedBody<TCommand> body, Edit<TDoc> edit, Once once, Actor actor) =>
        once.MakeAsync(http, body.Bytes, "/api/v1" + kind.Path, New(edit, body.Value, http),
            (db, made) => DocumentAnswer.ReadAsync(db, kind, made, actor, http.RequestAborted));

    private Func<ServiceDb, Task<TDoc>> New(Edit<TDoc> edit, TCommand said, HttpContext http)
    {
        Shape.Check(said);
        return edit.New((by, now) => make(said, http.RequestServices, by, now));
    }
}
