using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Photos, videos and papers of a request (D5).</summary>
internal sealed class AttachFiles(Writer writer, WorkOnce once, ReceivedFiles received, Actor actor, TimeProvider time)
{
    /// <summary>All of them or none; what is wrong is told by the file's name.</summary>
    public async Task<IReadOnlyList<KeptFile>> RunAsync(string key, IFormFileCollection files, CancellationToken cancel)
    {
        var kept = await received.KeepAsync(files, cancel);
        await writer.RunAsync(db => AttachAsync(db, key, kept, cancel), cancel);
        return kept;
    }

    /// <summary>The same for a program: under one key the same files are attached once.</summary>
    public async Task<IResult> RunOnceAsync(HttpContext http, string key, IFormFileCollection files)
    {
        var cancel = http.RequestAborted;
        var kept = await received.KeepAsync(files, cancel);
        return await once.RunAsync(http, JsonSerializer.SerializeToUtf8Bytes(kept), async db =>
        {
            await AttachAsync(db, key, kept, cancel);
            return kept;
        });
    }

    private async Task AttachAsync(ServiceDb db, string key, IReadOnlyList<KeptFile> kept, CancellationToken cancel)
    {
        var request = (Guid.TryParse(key, out var id) ? await db.FindRequestAsync(id, actor, cancel) : await db.FindRequestAsync(key, actor, cancel))
            ?? throw new NotFoundException();
        foreach (var file in kept) db.Add(request.Attach(file.Name, file.MediaType, file.Size, file.Hash, actor, time.Now()));
    }
}

/// <summary>The action "attach": its form carries files, so it is read in its own way.</summary>
internal sealed class AttachVerb : RequestVerb
{
    public override bool TakesFiles => true;

    internal override void Map(RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        var limit = new RequestSizeLimitAttribute(ReceivedFiles.LargestPost);
        pages.MapGet($"/{{number}}/{Name}", (HttpContext http, string number, RequestDesk desk) => desk.ShowForm(http, number, this)).RequirePermission(Needs);
        pages.MapPost($"/{{number}}/{Name}", Post).RequirePermission(Needs).WithMetadata(limit);
        pages.MapGet($"/{{key}}/{Name}/{{id:guid}}", Send);
        api.MapPost($"/{{key}}/{Name}", PostFromProgram).RequirePermission(Needs).WithMetadata(limit)
            .Accepts<IFormFileCollection>("multipart/form-data").Produces<IReadOnlyList<KeptFile>>().WithTags("requests")
            .WithSummary(Dictionary.Entries["request.verb.attachments"].En).WithDescription(Dictionary.Entries["request.verb.attachments-about"].En);
        api.MapGet($"/{{key}}/{Name}/{{id:guid}}", Send).RequirePermission(Permission.ReadRequests).WithTags("requests")
            .Produces<byte[]>(contentType: "application/octet-stream").WithSummary("One file of a request");
    }

    private Task<IResult> Post(HttpContext http, string number, AttachFiles attach, RequestDesk desk) => PostForm.Handle(
        http,
        _ => http.Request.Form.Files,
        async files =>
        {
            await attach.RunAsync(number, files, http.RequestAborted);
            return Done.To($"/requests/{number}", "request.done.attachments");
        },
        () => desk.Show(http, number, this));

    private static async Task<IResult> PostFromProgram(HttpContext http, string key, AttachFiles attach)
    {
        if (!http.Request.HasFormContentType) throw new BadHttpRequestException("not a form", StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await attach.RunOnceAsync(http, key, form.Files);
    }

    private static async Task<IResult> Send(HttpContext http, string key, Guid id, ServiceDb db, FileStore store, Actor actor)
    {
        var requests = Guid.TryParse(key, out var request) ? db.Requests.Where(r => r.Id == request) : db.Requests.Where(r => r.Number == key);
        var file = await requests.VisibleTo(actor).SelectMany(r => r.Attachments).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted)
            ?? throw new NotFoundException();
        return SentFile.Of(http, store, file.Name, file.MediaType, file.Hash);
    }
}
