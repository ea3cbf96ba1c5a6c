using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Papers;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.Documents;

/// <summary>One paper as programs are told of it.</summary>
internal sealed record PaperAnswer(Guid Id, PaperKind Kind, string Name, string MediaType, long Size, string Author, DateTimeOffset At)
{
    public static PaperAnswer Of(Paper p) => new(p.Id, p.Kind, p.Name, p.MediaType, p.Size, p.Author, p.At);
}

/// <summary>All papers of a document, and why some of those that were sent are not among them.</summary>
/// <param name="Refused">In words, each with the name of the file.</param>
internal sealed record ReceivedPapersAnswer(IReadOnlyList<PaperAnswer> Items, IReadOnlyList<string> Refused);

/// <summary>Why a paper is taken off.</summary>
internal sealed record RemovePaper([Required, MaxLength(FiledDocument.LongestReason)] string? Reason);

/// <summary>The papers of documents of a kind: handed in, sent, taken off. Which document is meant says <c>named</c>.</summary>
internal sealed class Papers<TDoc>(
    Editable<TDoc> editable, Edit<TDoc> edit, ServiceDb db, Writer writer, Once once, ReceivedFiles received, FileStore store, Actor actor,
    Words words)
    where TDoc : FiledDocument
{
    /// <summary>Those that are right; the others are told by their names.</summary>
    public async Task<Reception> AddAsync(HttpContext http, Func<IQueryable<TDoc>, IQueryable<TDoc>> named)
    {
        await RequireAsync(named, http.RequestAborted);
        var reception = await received.KeepRightAsync(ReceivedFiles.Chosen(http.Request.Form.Files), http.RequestAborted);
        await writer.RunAsync(Adding(named, reception.Kept), http.RequestAborted);
        return reception;
    }

    /// <summary>For a program: under one key the same files are added once.</summary>
    public async Task<IResult> AddOnceAsync(HttpContext http, Func<IQueryable<TDoc>, IQueryable<TDoc>> named)
    {
        if (!http.Request.HasFormContentType) throw new BadHttpRequestException("not a form", StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await RequireAsync(named, http.RequestAborted);
        var (kept, refused) = await received.KeepRightAsync(form.Files, http.RequestAborted);
        return await once.ChangeAsync(http, JsonSerializer.SerializeToUtf8Bytes(kept), Adding(named, kept),
            document => new ReceivedPapersAnswer(Answer(document).Items, [.. refused.Select(words.Say)]));
    }

    public async Task<Paper> FindAsync(Guid id, Func<IQueryable<TDoc>, IQueryable<TDoc>> named, CancellationToken cancel) =>
        await named(editable.Of(db, actor)).AsNoTracking().SelectMany(d => db.Papers.Where(p => p.DocumentId == d.Id && p.Id == id))
            .SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();

    public async Task<IResult> SendAsync(HttpContext http, Guid id, Func<IQueryable<TDoc>, IQueryable<TDoc>> named)
    {
        var paper = await FindAsync(id, named, http.RequestAborted);
        return SentFile.Of(http, store, paper.Name, paper.MediaType, paper.Hash);
    }

    /// <summary>Answers with its name. Its bytes stay in the store: another record may name the same.</summary>
    public async Task<string> RemoveAsync(HttpContext http, Guid id, RemovePaper said, Func<IQueryable<TDoc>, IQueryable<TDoc>> named)
    {
        var name = (await FindAsync(id, named, http.RequestAborted)).Name;
        await writer.RunAsync(Removing(id, said, named), http.RequestAborted);
        return name;
    }

    public Task<IResult> RemoveOnceAsync(
        HttpContext http, Guid id, PostedBody<RemovePaper> body, Func<IQueryable<TDoc>, IQueryable<TDoc>> named) =>
        once.ChangeAsync(http, body.Bytes, Removing(id, body.Value, named), Answer);

    private Func<ServiceDb, Task<TDoc>> Adding(Func<IQueryable<TDoc>, IQueryable<TDoc>> named, IReadOnlyList<KeptFile> kept) =>
        edit.Of(named, seen: null, async (db, document, now) =>
        {
            await db.LoadPapersAsync(document);
            foreach (var file in kept) document.Attach(file.Name, file.MediaType, file.Size, file.Hash, actor, now);
        });

    private Func<ServiceDb, Task<TDoc>> Removing(Guid id, RemovePaper said, Func<IQueryable<TDoc>, IQueryable<TDoc>> named) =>
        edit.Of(named, seen: null, async (db, document, now) =>
        {
            await db.LoadPapersAsync(document);
            if (!document.RemovePaper(id, said.Reason, actor, now)) throw new NotFoundException();
        });

    /// <summary>Before anything is kept: what one may not see is not there.</summary>
    private async Task RequireAsync(Func<IQueryable<TDoc>, IQueryable<TDoc>> named, CancellationToken cancel)
    {
        if (!await named(editable.Of(db, actor)).AnyAsync(cancel)) throw new NotFoundException();
    }

    private static WholeListAnswer<PaperAnswer> Answer(TDoc document) => new([.. document.Papers.Select(PaperAnswer.Of)]);
}
