using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Approvals;
using Sanbao.Domain.Papers;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Files;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Documents;

/// <summary>Where both entrances of a kind of document meet: shows one, and runs a verb on it in one save.</summary>
internal sealed class DocumentDesk<TDoc>(
    DocumentKind<TDoc> kind, ServiceDb records, Edit<TDoc> edit, FormOnce sent, Once once, Actor actor, Words words, FormState typed,
    ReceivedFiles received, IServiceProvider services) where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged
{
    public async Task<IResult> Show(HttpContext http, string key, Verb? open = null) =>
        Component(kind.Page, new() { ["Of"] = await ReadAsync(http, key), ["Open"] = open });

    /// <summary>For programs.</summary>
    public async Task<IResult> Tell(HttpContext http, string key)
    {
        var document = await Named.Find<TDoc>(records, key, actor).AsNoTracking().SingleOrDefaultAsync(http.RequestAborted)
            ?? throw new NotFoundException();
        await records.LoadApprovalsAsync(document, http.RequestAborted);
        RequireConcern(document);
        return Results.Ok(await DocumentAnswer.ReadAsync(records, kind, document, actor, http.RequestAborted));
    }

    public async Task<IResult> Print(HttpContext http, string key) => Component(kind.Print!, new() { ["Of"] = await ReadAsync(http, key) });

    /// <summary>Nothing while the document is what the page shows; else the fragments that show what it is now.</summary>
    public async Task<IResult> Changes(HttpContext http, string key, int lines)
    {
        // One column of one row: whatever happened to the document is a line of its journal.
        var length = await Named.Find<TDoc>(records, key, actor).Select(d => (int?)d.JournalLength)
            .SingleOrDefaultAsync(http.RequestAborted);
        if (length is null) throw new NotFoundException();
        return length == lines ? Results.NoContent() : Component(kind.Fresh, new() { ["Of"] = await ReadAsync(http, key) });
    }

    /// <summary>The form of a verb: alone when htmx asks, else in its page.</summary>
    public async Task<IResult> ShowForm(HttpContext http, string key, Verb<TDoc> verb)
    {
        Require(verb);
        return Done.IsFragment(http)
            ? View.Of<ActionPanel>(new { Of = await ReadAsync(http, key), Verb = (Verb)verb }) : await Show(http, key, verb);
    }

    public Task<IResult> Post<TCommand>(HttpContext http, string key, Verb<TDoc, TCommand> verb) where TCommand : class
    {
        Require(verb);
        return PostForm.Handle(
            http,
            form => form.Read<TCommand>(words.Zone),
            async command =>
            {
                var seen = !verb.Adds && long.TryParse(typed.Typed("version"), out var version) ? version : (long?)null;
                var files = verb.WithFiles ? await FilesAsync(http, key) : Reception.Nothing;
                var (place, work) = ($"{kind.Path}/{key}", Work(key, seen, verb, command, http.RequestAborted));
                await sent.RunAsync(
                    $"{place}/{verb.Name}", command, async db => await FiledAsync(await work(db), files.Kept), http.RequestAborted);
                return Done.Received(files, typed.Typed("back") is { } back ? Done.Local(back) : place, verb.Text(kind.Kind, "done"));
            },
            () => Show(http, key, verb));
    }

    /// <summary>What came along with the form; what one may not see keeps nothing.</summary>
    private async Task<Reception> FilesAsync(HttpContext http, string key)
    {
        if (!await Named.Find<TDoc>(records, key, actor).AnyAsync(http.RequestAborted)) throw new NotFoundException();
        return await received.KeepGivenAsync(http.Request.Form.Files, http.RequestAborted);
    }

    private static async Task<string> FiledAsync(Work<TDoc> work, IReadOnlyList<KeptFile> files)
    {
        if (files.Count > 0 && work.Document is FiledDocument filed)
        {
            await work.Db.LoadPapersAsync(filed);
            foreach (var file in files) filed.Attach(file.Name, file.MediaType, file.Size, file.Hash, work.By, work.Now);
        }
        return work.Document.Id.ToString();
    }

    public Task<IResult> PostJson<TCommand>(HttpContext http, string key, Verb<TDoc, TCommand> verb, PostedBody<TCommand> body)
        where TCommand : class
    {
        Require(verb);
        var work = Work(key, SeenIn(http), verb, body.Value, http.RequestAborted);
        return once.ChangeAsync(http, body.Bytes, () => Task.FromResult(work), async (db, done) => kind.Answer is { } answer
            ? answer(done)
            : await DocumentAnswer.ReadAsync(db, kind, done.Document, actor, http.RequestAborted));
    }

    /// <summary>Does a verb to one: a unit of writing.</summary>
    /// <param name="already">Whether it is so; then nothing is done. Null: it is done in any case.</param>
    public Func<ServiceDb, Task<Work<TDoc>>> Work<TCommand>(
        string key, long? seen, Verb<TDoc, TCommand> verb, TCommand command, CancellationToken cancel,
        Func<TDoc, TCommand, bool>? already = null)
        where TCommand : class => async db =>
    {
        Work<TDoc> work = null!;
        await edit.Of(all => Named.By(all, key), seen, async (_, document, now) =>
        {
            work = new(db, document, kind.Charter(services, document), actor, now, cancel);
            // What the button says holds first: whoever may do nothing at all is not asked for fields.
            Refusal.Throw(verb.WhyNot(document, actor));
            verb.Shape.Check(command);
            if (already?.Invoke(document, command) != true) await verb.Run(work, command);
        })(db);
        return work;
    };

    private async Task<DocumentView> ReadAsync(HttpContext http, string key)
    {
        var view = await kind.Read(services, key, http.RequestAborted);
        RequireConcern(view.Document);
        return view;
    }

    /// <summary>Whoever is here in another's place sees what he decides on there, and no other.</summary>
    private void RequireConcern(Document document)
    {
        if (!actor.May(kind.Reads) && (document as IApproved)?.Approvals.Concerns(actor) != true) throw new NotFoundException();
    }

    private static RazorComponentResult Component(Type component, Dictionary<string, object?> parameters) =>
        new(component, parameters) { PreventStreamingRendering = true };

    public void Require(Verb<TDoc> verb)
    {
        if (!verb.IsFor(actor)) throw new NotFoundException();
    }

    /// <summary>The version a program looked at, from <c>If-Match: "7"</c>; null: it does not care. Never taken for less care than was
    /// asked.</summary>
    private static long? SeenIn(HttpContext http) => http.Request.Headers.IfMatch.ToString().Trim() switch
    {
        "" or "*" => null,
        var said when long.TryParse(said.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) => version,
        _ => throw new FieldErrorsException([new("If-Match", "version.malformed")]),
    };
}
