using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Assets;

namespace Sanbao.Web.Features.Requests.Ledger;

/// <summary>The part of the ledger one looks at.</summary>
public enum LedgerView { Open, Closed, All }

/// <summary>Every contact that needs an answer.</summary>
internal sealed class LedgerList(ServiceDb db, Actor actor, Words words, Dist dist, TimeProvider time, Company company) : ListOf<RequestRow>("/requests")
{
    private const string Unassigned = "none";

    /// <summary>What was asked for, once it was read.</summary>
    public LedgerView View { get; private set; }

    public RequestsAsked Asked { get; private set; } = new(null, RequestSort.Due);

    protected override IReadOnlyList<ListColumn<RequestRow>> Columns => LedgerColumns.Of(words, dist, actor, time.Now());

    protected override Finder<RequestRow> Ask(FormReader form)
    {
        View = form.Choice<LedgerView>(ListAddress.View) ?? LedgerView.Open;
        var (status, usual) = View switch
        {
            LedgerView.Open => (RequestStatus.Open, RequestSort.Due),
            LedgerView.Closed => (RequestStatus.Closed, RequestSort.Closed),
            LedgerView.All => ((RequestStatus?)null, RequestSort.Reported),
        };
        var sort = form.Choice<RequestSort>(ListAddress.Sort) ?? usual;
        // What is open has no day of closing.
        if (sort is RequestSort.Closed && View is not LedgerView.Closed) sort = usual;
        Asked = new(status, sort, form.Text("q")) { Filter = Filter(form) };
        return (place, cancel) => RequestList.FindAsync(db, Asked, place, actor, cancel);
    }

    private RequestFilter Filter(FormReader form)
    {
        var (mine, assignee) = (form.Flag("mine"), form.Text("assignee"));
        var (from, before) = Period(form, "from", "to");
        return new()
        {
            Category = form.Choice<RequestCategory>("category"), Priority = form.Choice<Priority>("priority"),
            Channel = form.Choice<Channel>("channel"), Charter = form.Text("charter", 50), Customer = form.Id("customer"), Unit = form.Id("unit"),
            Assignee = mine ? actor.Id : assignee is Unassigned ? null : form.Id("assignee"), Unassigned = !mine && assignee is Unassigned,
            OwedBefore = form.Flag("overdue") ? time.Now() : null,
            ReportedFrom = from, ReportedBefore = before,
        };
    }

    /// <summary>The instants at which the first day begins and the last ends, in the company's zone.</summary>
    private (DateTimeOffset? From, DateTimeOffset? Before) Period(FormReader form, string first, string last)
    {
        var (from, to) = (form.Date(first), form.Date(last));
        if (to < from) form.Wrong(last, "ledger.period-backwards");
        return (Midnight(from), Midnight(to < DateOnly.MaxValue ? to.Value.AddDays(1) : null));
    }

    private DateTimeOffset? Midnight(DateOnly? day) => day is { } date ? Days.Midnight(date, company.Zone) : null;
}
