using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Photos, videos and papers of a request (D5).</summary>
internal sealed class AttachFiles(Edit<ServiceRequest> edit, Writer writer, Once once, ReceivedFiles received, Actor actor)
{
    /// <summary>All of them or none; what is wrong is told by the file's name.</summary>
    public async Task RunAsync(string key, IFormFileCollection files, CancellationToken cancel) =>
        await writer.RunAsync(Attach(key, await received.KeepAsync(files, cancel)), cancel);

    /// <summary>The same for a program: under one key the same files are attached once.</summary>
    public async Task<IResult> RunOnceAsync(HttpContext http, string key, IFormFileCollection files)
    {
        var kept = await received.KeepAsync(files, http.RequestAborted);
        return await once.ChangeAsync(http, JsonSerializer.SerializeToUtf8Bytes(kept), Attach(key, kept), _ => kept);
    }

    private Func<ServiceDb, Task<ServiceRequest>> Attach(string key, IReadOnlyList<KeptFile> kept) =>
        edit.Of(all => Named.By(all, key), seen: null, (db, request, now) =>
        {
            foreach (var file in kept) db.Add(request.Attach(file.Name, file.MediaType, file.Size, file.Hash, actor, now));
            return Task.CompletedTask;
        });
}

/// <summary>The action "attach": its form carries files, so it is read in its own way.</summary>
internal sealed class AttachVerb : Verb<ServiceRequest>
{
    public override bool TakesFiles => true;

    internal override void Map(DocumentKind<ServiceRequest> kind, RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        var limit = new RequestSizeLimitAttribute(ReceivedFiles.LargestPost);
        MapForm(pages);
        pages.MapPost(Route, Post).RequirePermission(Needs).WithMetadata(limit);
        pages.MapGet(Route + "/{id:guid}", Send);
        Describe(kind, api.MapPost(Route, PostFromProgram)).WithMetadata(limit)
            .Accepts<IFormFileCollection>("multipart/form-data").Produces<IReadOnlyList<KeptFile>>();
        api.MapGet(Route + "/{id:guid}", Send).RequirePermission(Permission.ReadRequests)
            .Produces<byte[]>(contentType: "application/octet-stream").WithSummary("One file of a request");
    }

    private Task<IResult> Post(HttpContext http, string key, AttachFiles attach, DocumentDesk<ServiceRequest> desk) => PostForm.Handle(
        http,
        _ => http.Request.Form.Files,
        async files =>
        {
            await attach.RunAsync(key, files, http.RequestAborted);
            return Done.To($"/requests/{key}", "request.done.attachments");
        },
        () => desk.Show(http, key, this));

    private static async Task<IResult> PostFromProgram(HttpContext http, string key, AttachFiles attach)
    {
        if (!http.Request.HasFormContentType) throw new BadHttpRequestException("not a form", StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await attach.RunOnceAsync(http, key, form.Files);
    }

    private static async Task<IResult> Send(HttpContext http, string key, Guid id, ServiceDb db, FileStore store, Actor actor)
    {
        var file = await Named.Find<ServiceRequest>(db, key, actor).SelectMany(r => r.Attachments).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted)
            ?? throw new NotFoundException();
        return SentFile.Of(http, store, file.Name, file.MediaType, file.Hash);
    }
}
