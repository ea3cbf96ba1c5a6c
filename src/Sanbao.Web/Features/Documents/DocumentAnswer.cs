using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Domain.Approvals;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Documents;

/// <summary>
/// What programs are told of a document of any kind: what it is, what happened, its files, who approves it, what can be done to it now.
/// </summary>
internal sealed record DocumentAnswer(
    Guid Id, string Kind, string Number, string Title, string Status, long Version, DateTimeOffset CreatedAt, string CreatedBy,
    ImmutableArray<TimelineAnswer> History, ImmutableArray<PaperAnswer> Attachments, ImmutableArray<ApprovalAnswer> Approvals,
    ImmutableArray<VerbAnswer> Verbs)
{
    /// <param name="document">With its approvals loaded.</param>
    public static async Task<DocumentAnswer> ReadAsync<TDoc>(
        ServiceDb db, DocumentKind<TDoc> kind, TDoc document, Actor actor, CancellationToken cancel)
        where TDoc : Document, IBelongs<TDoc>, INumbered, IStaged
    {
        var journal = await db.TimelineAsync(document.Id, actor, cancel);
        var papers = await db.PapersOf(document.Id).AsNoTracking().ToListAsync(cancel);
        var said = document.Headline;
        return new(
            document.Id, document.Kind, said.Number, said.Title, Kebab.Of(said.Status), document.Version, journal[0].At, journal[0].By,
            [.. journal.Select(TimelineAnswer.Of)], [.. papers.Select(PaperAnswer.Of)],
            [.. (document as IApproved)?.Approvals.Steps.Select(ApprovalAnswer.Of) ?? []],
            [.. kind.Offered(document, actor).Select(v => new VerbAnswer(v.Name, v.Why?.Code))]);
    }
}

/// <summary>One step of an approval.</summary>
internal sealed record ApprovalAnswer(
    int Round, string? Role, Guid? PersonId, ApprovalState State, string? DecidedBy, string? InPlaceOf, DateTimeOffset? DecidedAt,
    string Remark)
{
    public static ApprovalAnswer Of(Approval a) =>
        new(a.Round, a.Role, a.PersonId, a.State, a.DecidedBy, a.InPlaceOf, a.DecidedAt, a.Remark);
}

/// <summary>What the actor may do to a document, and by which code a rule forbids it now; null: it can be done.</summary>
internal sealed record VerbAnswer(string Verb, string? Why);

/// <summary>One line of a list of documents.</summary>
internal sealed record HeadAnswer(
    Guid Id, string Kind, string Number, string Title, string Status, string? Assignee, DateTimeOffset? NextDue)
{
    public static HeadAnswer Of(HeadRow h) =>
        new(h.Id, h.Kind, h.Number, h.Title, Kebab.Of(h.Status), h.Assignee, h.NextDue == Instant.Never ? null : h.NextDue);
}
