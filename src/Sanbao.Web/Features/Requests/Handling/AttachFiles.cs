using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Photos, videos and papers of a request (D5).</summary>
internal sealed class AttachFiles(Writer writer, FileStore store, Actor actor, TimeProvider time)
{
    public const int Most = 10;

    /// <summary>All of them or none; what is wrong is told by the file's name.</summary>
    public async Task<IReadOnlyList<KeptFile>> RunAsync(string key, IFormFileCollection files, CancellationToken cancel)
    {
        var kept = await KeepAsync(files, cancel);
        await writer.RunAsync(
            async db =>
            {
                var request = (Guid.TryParse(key, out var id) ? await db.FindRequestAsync(id, actor, cancel) : await db.FindRequestAsync(key, actor, cancel))
                    ?? throw new NotFoundException();
                foreach (var file in kept) db.Add(request.Attach(file.Name, file.MediaType, file.Size, file.Hash, actor, time.Now()));
            },
            cancel);
        return kept;
    }

    /// <summary>Checks and keeps the files, before anything is written that names them. They belong to nothing yet.</summary>
    public async Task<IReadOnlyList<KeptFile>> KeepAsync(IFormFileCollection files, CancellationToken cancel)
    {
        var kinds = await CheckAsync(files, cancel);
        var kept = new List<KeptFile>();
        foreach (var (file, kind) in files.Zip(kinds))
        {
            await using var content = file.OpenReadStream();
            kept.Add(await store.KeepAsync(NameOf(file), kind, content, cancel));
        }
        return kept;
    }

    private static async Task<List<FileKind>> CheckAsync(IFormFileCollection files, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        errors.When(files.Count == 0, "files", "file.none");
        errors.When(files.Count > Most, "files", "file.too-many", Most);
        errors.Throw();
        var kinds = new List<FileKind>();
        foreach (var file in files)
        {
            var kind = await KindAsync(file, cancel);
            errors.When(file.Length == 0, "files", "file.empty", NameOf(file));
            errors.When(file.Length > FileStore.Largest, "files", "file.too-large", NameOf(file), (int)(FileStore.Largest / 1024 / 1024));
            errors.When(file.Length > 0 && kind is null, "files", "file.unknown-kind", NameOf(file));
            if (kind is not null) kinds.Add(kind);
        }
        errors.Throw();
        return kinds;
    }

    private static async Task<FileKind?> KindAsync(IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        var head = new byte[FileKind.HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        return FileKind.Of(file.FileName, head.AsSpan(0, read));
    }

    /// <summary>The last part of what the browser said, without what could steer a terminal or a file system.</summary>
    private static string NameOf(IFormFile file)
    {
        var name = new string([.. file.FileName.Split('/', '\\')[^1].Where(c => !char.IsControl(c))]).Trim();
        return name.Length switch { 0 => "file", > 150 => name[^150..], _ => name };
    }
}

/// <summary>The action "attach": its form carries files, so it is read in its own way.</summary>
internal sealed class AttachVerb : RequestVerb
{
    /// <summary>In bytes: ten photos, or one video.</summary>
    public const long LargestPost = 64 * 1024 * 1024;

    public override bool TakesFiles => true;

    internal override void Map(RouteGroupBuilder pages, RouteGroupBuilder api)
    {
        var limit = new RequestSizeLimitAttribute(LargestPost);
        pages.MapGet($"/{{number}}/{Name}", (HttpContext http, string number, RequestDesk desk) => desk.ShowForm(http, number, this)).RequirePermission(Needs);
        pages.MapPost($"/{{number}}/{Name}", Post).RequirePermission(Needs).WithMetadata(limit);
        pages.MapGet($"/{{key}}/{Name}/{{id:guid}}", Send);
        api.MapPost($"/{{key}}/{Name}", PostFromProgram).RequirePermission(Needs).WithMetadata(limit)
            .Accepts<IFormFileCollection>("multipart/form-data").Produces<IReadOnlyList<KeptFile>>().WithTags("requests");
        api.MapGet($"/{{key}}/{Name}/{{id:guid}}", Send).RequirePermission(Permission.ReadRequests).WithTags("requests");
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
        return Results.Ok(await attach.RunAsync(key, form.Files, http.RequestAborted));
    }

    /// <summary>A picture is shown, anything else downloaded; neither may run anything or be read as something it is not.</summary>
    private static async Task<IResult> Send(HttpContext http, string key, Guid id, ServiceDb db, FileStore store, Actor actor)
    {
        var requests = Guid.TryParse(key, out var request) ? db.Requests.Where(r => r.Id == request) : db.Requests.Where(r => r.Number == key);
        var file = await requests.VisibleTo(actor).SelectMany(r => r.Attachments).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted)
            ?? throw new NotFoundException();
        var path = store.Find(file.Hash) ?? throw new NotFoundException();
        var shown = file.MediaType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.File(path, shown ? file.MediaType : "application/octet-stream", shown ? null : file.Name, enableRangeProcessing: true);
    }
}
