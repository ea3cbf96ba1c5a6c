using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Files;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Customers;

/// <summary>Papers of a contract: handed in and sent, for people and programs (B6).</summary>
internal sealed class ContractAnnexes(ServiceDb db, Edit<Contract> edit, Writer writer, Once once, ReceivedFiles received, FileStore store, Actor actor)
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("/{id:guid}/annexes", Post).RequirePermission(Permission.EditEquipment).WithMetadata(new RequestSizeLimitAttribute(ReceivedFiles.LargestPost));
        pages.MapGet("/{id:guid}/annexes/{annex:guid}", Send);
        pages.MapGet("/{id:guid}/annexes/{annex:guid}/remove", RemovePage).RequirePermission(Permission.EditEquipment);
        pages.MapPost("/{id:guid}/annexes/{annex:guid}/remove", Remove).RequirePermission(Permission.EditEquipment);
    }

    public static void MapApi(RouteGroupBuilder contracts)
    {
        contracts.MapPost("/{id:guid}/annexes", PostFromProgram).RequirePermission(Permission.EditEquipment).WithMetadata(new RequestSizeLimitAttribute(ReceivedFiles.LargestPost))
            .Accepts<IFormFileCollection>("multipart/form-data").Produces<ContractAnswer>().WithSummary("Attach papers to a contract; the same paper is kept once");
        contracts.MapGet("/{id:guid}/annexes/{annex:guid}", Send).Produces<byte[]>(contentType: "application/octet-stream").WithSummary("One paper of a contract");
        contracts.MapPost("/{id:guid}/annexes/{annex:guid}/remove", RemoveForProgram).RequirePermission(Permission.EditEquipment)
            .Accepts<RemovalReason>("application/json").Produces<ContractAnswer>().WithSummary("Take a paper off a contract, with the reason; the journal keeps its name and hash");
    }

    private static Task<IResult> Post(Guid id, HttpContext http, ContractAnnexes annexes, ContractShown shown) => PostForm.Handle(
        http,
        _ => http.Request.Form.Files,
        async files =>
        {
            await annexes.AddAsync(id, Chosen(files), http.RequestAborted);
            return Done.To($"/contracts/{id}", "contract.annexes-saved");
        },
        () => shown.PageAsync(id, http.RequestAborted));

    private static async Task<IResult> PostFromProgram(Guid id, HttpContext http, ContractAnnexes annexes)
    {
        if (!http.Request.HasFormContentType) throw new BadHttpRequestException("not a form", StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await annexes.AddOnceAsync(id, http, form.Files);
    }

    private static Task<IResult> Send(Guid id, Guid annex, HttpContext http, ContractAnnexes annexes) => annexes.SendAsync(id, annex, http);

    private static async Task<IResult> RemovePage(Guid id, Guid annex, ContractShown shown, CancellationToken cancel)
    {
        var contract = await shown.FindAsync(id, cancel);
        return View.Of<AnnexRemovalPage>(new { Contract = contract, Of = contract.Annexes.FirstOrDefault(a => a.Id == annex) ?? throw new NotFoundException() });
    }

    private static Task<IResult> Remove(Guid id, Guid annex, HttpContext http, ContractAnnexes annexes, ContractShown shown) => PostForm.Handle(
        http,
        form => form.NeededText("reason", 400),
        async reason => Done.To($"/contracts/{id}", "contract.annex-is-removed", await annexes.RemoveAsync(id, annex, reason, http.RequestAborted)),
        () => RemovePage(id, annex, shown, http.RequestAborted));

    private static Task<IResult> RemoveForProgram(Guid id, Guid annex, PostedBody<RemovalReason> body, HttpContext http, ContractAnnexes annexes) =>
        annexes.RemoveOnceAsync(id, annex, body, http);

    private Task<IResult> RemoveOnceAsync(Guid id, Guid annex, PostedBody<RemovalReason> body, HttpContext http) =>
        once.ChangeAsync(http, body.Bytes, Removing(id, annex, body.Value.Reason), ContractAnswer.Of);

    private async Task AddAsync(Guid id, IFormFileCollection files, CancellationToken cancel) =>
        await writer.RunAsync(Adding(id, await KeepAsync(id, files, cancel)), cancel);

    /// <summary>The same for a program, under its key.</summary>
    private async Task<IResult> AddOnceAsync(Guid id, HttpContext http, IFormFileCollection files)
    {
        var kept = await KeepAsync(id, files, http.RequestAborted);
        return await once.ChangeAsync(http, JsonSerializer.SerializeToUtf8Bytes(kept), Adding(id, kept), ContractAnswer.Of);
    }

    private async Task<IReadOnlyList<KeptFile>> KeepAsync(Guid id, IFormFileCollection files, CancellationToken cancel)
    {
        // Before anything is kept: what one may not see is not there.
        if (!await db.Contracts.VisibleTo(actor).AnyAsync(c => c.Id == id, cancel)) throw new NotFoundException();
        return await received.KeepAsync(files, cancel);
    }

    private Func<ServiceDb, Task<Contract>> Adding(Guid id, IReadOnlyList<KeptFile> kept) => edit.Of(id, seen: null, (contract, by, now) =>
    {
        foreach (var file in kept) contract.AddAnnex(file.Name, file.MediaType, file.Size, file.Hash, by, now);
    });

    /// <summary>Its bytes stay in the store: another record may name the same.</summary>
    private Func<ServiceDb, Task<Contract>> Removing(Guid id, Guid annex, string? reason) => edit.Of(id, seen: null, (contract, by, now) =>
    {
        if (!contract.RemoveAnnex(annex, reason, by, now)) throw new NotFoundException();
    });

    /// <summary>Answers with the name of the paper.</summary>
    private async Task<string> RemoveAsync(Guid id, Guid annex, string? reason, CancellationToken cancel)
    {
        var name = await db.Contracts.VisibleTo(actor).Where(c => c.Id == id).SelectMany(c => c.Annexes).Where(a => a.Id == annex)
            .Select(a => a.Name).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        await writer.RunAsync(Removing(id, annex, reason), cancel);
        return name;
    }

    private async Task<IResult> SendAsync(Guid id, Guid annex, HttpContext http)
    {
        var file = await db.Contracts.AsNoTracking().VisibleTo(actor).Where(c => c.Id == id).SelectMany(c => c.Annexes).SingleOrDefaultAsync(a => a.Id == annex, http.RequestAborted)
            ?? throw new NotFoundException();
        return SentFile.Of(http, store, file.Name, file.MediaType, file.Hash);
    }

    // A field left empty is sent as an empty file without a name.
    private static FormFileCollection Chosen(IFormFileCollection files) => [.. files.Where(f => f.FileName.Length > 0)];
}

/// <summary>Why a program takes a paper off.</summary>
internal sealed record RemovalReason(string? Reason);
