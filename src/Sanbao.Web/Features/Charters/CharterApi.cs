using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Charters.Attaching;
using Sanbao.Web.Features.Charters.Changes;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Charters;

/// <summary>Charters for programs.</summary>
internal static class CharterApi
{
    private const string Changes = "/api/v1/charter-changes", Attached = "/api/v1/attached-charters";

    public static void Map(RouteGroupBuilder api)
    {
        var charters = api.MapGroup("/charters").RequirePermission(Permission.ReadCharters).WithTags("charters");
        charters.MapGet("/{code}/{version:int}/text", Text).Produces<string>(contentType: "application/yaml")
            .WithSummary("The text of one version, as it was approved");
        charters.MapPost("/check", Check).Takes<CheckBody>().Produces<CheckAnswer>()
            .WithSummary("What is wrong with a text that is to become the next version of its charter");
        charters.MapGet("/governing", GoverningAsync).RequirePermission(Permission.EditCharters)
            .WithSummary("Which charter governs for a serial number, contract, model or customer on a day, and why");
        var changes = api.MapGroup("/charter-changes").RequirePermission(Permission.EditCharters).WithTags("charters");
        changes.MapPost("", DraftAsync).Takes<DraftBody>().Produces<ChangeAnswer>(201).WithSummary("Apply for a new version");
        var deciding = api.MapGroup("/charter-changes").RequirePermission(Permission.EditCharters, decides: true).WithTags("charters");
        deciding.MapGet("/{id:guid}", async (Guid id, ServiceDb db, Actor actor, CancellationToken cancel) =>
            ChangeAnswer.Of(await ChangeQueries.GetAsync(db, id, actor, cancel))).WithSummary("One application");
        deciding.MapPost("/{id:guid}/approve", ApproveAsync).Takes<ApprovalBody>().Produces<ChangeAnswer>()
            .WithSummary("Approve what somebody else wrote; version is the one that was looked at");
        deciding.MapPost("/{id:guid}/reject", RejectAsync).Takes<RejectionBody>().Produces<ChangeAnswer>()
            .WithSummary("Reject it, with the reason");
        var attached = api.MapGroup("/attached-charters").RequirePermission(Permission.EditCharters).WithTags("charters");
        attached.MapGet("", async (ServiceDb db, CancellationToken cancel) =>
            new WholeListAnswer<AttachedAnswer>(
                [.. (await db.AttachedCharters.AsNoTracking().Where(a => !a.Withdrawn).ToListAsync(cancel)).Select(AttachedAnswer.Of)]))
            .WithSummary("Which charter is for whom");
        attached.MapPost("", AttachAsync).Takes<CharterToAttach>("""{"level":"model","to":"YE3-160M","charter":"S1","from":"2030-01-01"}""")
            .Produces<AttachedAnswer>(201).WithSummary("Attach a charter");
    }

    private static IResult Text(string code, int version, CharterBook book) =>
        book.VersionsOf(code).FirstOrDefault(v => v.Charter.Version == version) is { } found
            ? Results.Text(found.Text, "application/yaml; charset=utf-8")
            : throw new NotFoundException();

    internal sealed record CheckBody(string? Text);

    internal sealed record CheckAnswer(string? Charter, int? Version, DateOnly? InForce, ImmutableArray<CheckAnswer.ErrorAnswer> Errors)
    {
        internal sealed record ErrorAnswer(int Line, int Column, string Message, string? Hint);
    }

    private static CheckAnswer Check(PostedBody<CheckBody> body, CharterShelf shelf, Words words)
    {
        Within(body.Value.Text);
        var proposal = shelf.Library.Propose(new SourceFile("charter.yaml", body.Value.Text!));
        return new(
            proposal.Charter?.Code, proposal.Charter?.Version, proposal.Charter?.InForce,
            [.. proposal.Errors.Select(e => new CheckAnswer.ErrorAnswer(e.Line, e.Column, e.In(words.Chinese), e.Hint))]);
    }

    internal sealed record GoverningAnswer(
        string Charter, int Version, DateOnly InForce, AttachmentLevel Level, string Key,
            ImmutableArray<GoverningAnswer.OtherAnswer> PassedOver)
    {
        internal sealed record OtherAnswer(AttachmentLevel Level, string Key, string Charter);
    }

    private static async Task<GoverningAnswer> GoverningAsync(string? who, DateOnly? on, Tester tester, Company company, TimeProvider time,
        CancellationToken cancel)
    {
        var found = await tester.AskAsync(who, on ?? time.Today(company), cancel) ?? throw new NotFoundException();
        return new(
            found.Charter.Code, found.Charter.Version, found.Charter.InForce, found.Choice.By.Level, found.Choice.By.Key,
            [.. found.Choice.PassedOver.Select(a => new GoverningAnswer.OtherAnswer(a.Level, a.Key, a.CharterCode))]);
    }

    internal sealed record DraftBody(string? Text, string? Reason);

    private static Task<IResult> DraftAsync(PostedBody<DraftBody> body, HttpContext http, Once once, ChangeCharter work) =>
        once.MakeAsync(http, body.Bytes, Changes, () =>
        {
            Within(body.Value.Text);
            return Task.FromResult(work.Draft(body.Value.Text!, body.Value.Reason));
        }, ChangeAnswer.Of);

    internal sealed record ApprovalBody(long? Version);

    private static async Task<IResult> ApproveAsync(
        Guid id, PostedBody<ApprovalBody> body, HttpContext http, Once once, ChangeCharter work, CharterShelf shelf,
            CancellationToken cancel)
    {
        var answer = await once.ChangeAsync(http, body.Bytes, work.Approve(id, Seen.Needed(body.Value.Version)), ChangeAnswer.Of);
        await shelf.ReadAsync(cancel);
        return answer;
    }

    internal sealed record RejectionBody(long? Version, string? Reason);

    private static Task<IResult> RejectAsync(Guid id, PostedBody<RejectionBody> body, HttpContext http, Once once, ChangeCharter work) =>
        once.ChangeAsync(http, body.Bytes, work.Reject(id, Seen.Needed(body.Value.Version), body.Value.Reason), ChangeAnswer.Of);

    private static async Task<IResult> AttachAsync(
        PostedBody<CharterToAttach> body, HttpContext http, Once once, AttachCharter work, GoverningCharters governing,
        CancellationToken cancel)
    {
        var answer = await once.MakeAsync(
            http, body.Bytes, Attached, () => work.AttachAsync(body.Value, cancel), AttachedAnswer.Of);
        governing.Forget();
        return answer;
    }

    private static void Within(string? text)
    {
        var errors = new FieldErrors();
        errors.Text(text, "text", CharterTexts.Longest, required: true);
        errors.Throw();
    }
}

internal sealed record ChangeAnswer(
    Guid Id, long Version, string Charter, int Number, DateOnly InForce, CharterChangeStatus Status, string Author,
        DateTimeOffset WrittenAt, string Reason, string? DecidedBy, DateTimeOffset? DecidedAt, string? DecisionReason)
{
    public static ChangeAnswer Of(CharterChange c) => new(
        c.Id, c.Version, c.Code, c.Number, c.InForce, c.Status, c.Author, c.WrittenAt, c.Reason, c.DecidedBy is ""
            ? null : c.DecidedBy, c.DecidedAt, c.DecisionReason is "" ? null : c.DecisionReason);
}

internal sealed record AttachedAnswer(Guid Id, long Version, AttachmentLevel Level, string Key, string Charter, DateOnly? From,
    DateOnly? Until)
{
    public static AttachedAnswer Of(AttachedCharter a) => new(a.Id, a.Version, a.Level, a.Key, a.CharterCode, a.From, a.Until);
}
