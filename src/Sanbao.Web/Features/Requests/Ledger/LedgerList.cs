using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Assets;
using QueryHelpers = Microsoft.AspNetCore.WebUtilities.QueryHelpers;

namespace Sanbao.Web.Features.Requests.Ledger;

/// <summary>The part of the ledger one looks at.</summary>
public enum LedgerView { Open, Closed, All }

/// <summary>Every contact that needs an answer.</summary>
internal sealed class LedgerList(ServiceDb db, Actor actor, Words words, Dist dist, TimeProvider time, Company company)
    : ListOf<RequestRow>("/requests")
{
    private const string Unassigned = "none";

    /// <summary>What was asked for, once it was read.</summary>
    public LedgerView View { get; private set; }

    public RequestsAsked Asked { get; private set; } = new(null, RequestSort.Due);

    /// <summary>The orders of a view; the first is the usual one.</summary>
    public static RequestSort[] Sorts(LedgerView view) => view switch
    {
        LedgerView.Open => [RequestSort.Due, RequestSort.Reported, RequestSort.Updated],
        LedgerView.Closed => [RequestSort.Closed, RequestSort.Reported, RequestSort.Updated],
        LedgerView.All => [RequestSort.Reported, RequestSort.Updated, RequestSort.Due],
    };

    /// <summary>How many lines the ledger has under this query, so that a figure leads to exactly its list.</summary>
    public Task<CappedCount> CountAsync(string query, CancellationToken cancel)
    {
        var asked = new FormState();
        asked.Take(new FormCollection(QueryHelpers.ParseQuery(query)));
        _ = Ask(new FormReader(asked));
        return CappedCount.OfAsync(RequestList.Narrowed(db.Requests, Asked, actor), cancel);
    }

    protected override IReadOnlyList<ListColumn<RequestRow>> Columns => LedgerColumns.Of(words, dist, actor, View, time.Now());

    protected override Finder<RequestRow> Ask(FormReader form)
    {
        View = form.Choice<LedgerView>(ListAddress.View) ?? LedgerView.Open;
        var sorts = Sorts(View);
        var sort = form.Choice<RequestSort>(ListAddress.Sort) is { } one && sorts.Contains(one) ? one : sorts[0];
        Asked = new(StatusOf(View), sort, form.Text("q")) { Filter = Filter(form) };
        return (place, cancel) => RequestList.FindAsync(db, Asked, place, actor, cancel);
    }

    private static RequestStatus? StatusOf(LedgerView view) => view switch
    {
        LedgerView.Open => RequestStatus.Open,
        LedgerView.Closed => RequestStatus.Closed,
        LedgerView.All => null,
    };

    private RequestFilter Filter(FormReader form)
    {
        var (mine, assignee) = (form.Flag("mine"), form.Text("assignee"));
        var (reported, owed, closed) = (Period(form, ""), Period(form, "due-"), Period(form, "closed-"));
        return new()
        {
            Category = form.Choice<RequestCategory>("category"), Priority = form.Choice<Priority>("priority"),
            Channel = form.Choice<Channel>("channel"), Charter = form.Text("charter", 50), Cover = form.Choice<CoverAnswer>("cover"),
            Customer = form.Id("customer"), Unit = form.Id("unit"),
            Assignee = mine ? actor.Id : assignee is Unassigned ? null : form.Id("assignee"), Unassigned = !mine && assignee is Unassigned,
            OverdueAt = form.Flag("overdue")
                ? time.Now() : null, InTimeAt = form.Text("overdue") is "false" ? time.Now() : null, Reported = reported, Closed = closed,
            // What owes nothing is not due after any day.
            Owed = owed with { Before = owed.Before ?? (owed.From is null ? null : Instant.Never) },
        };
    }

    /// <summary>From the beginning of one day to the end of another, in the company's zone.</summary>
    private Stretch Period(FormReader form, string prefix)
    {
        var (from, to) = (form.Date($"{prefix}from"), form.Date($"{prefix}to"));
        if (to < from) form.Wrong($"{prefix}to", "ledger.period-backwards");
        return new(Midnight(from), Midnight(to < DateOnly.MaxValue ? to.Value.AddDays(1) : null));
    }

    private DateTimeOffset? Midnight(DateOnly? day) => day is { } date ? Days.Midnight(date, company.Zone) : null;
}
