using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using QueryHelpers = Microsoft.AspNetCore.WebUtilities.QueryHelpers;

namespace Sanbao.Web.Features.Requests.Ledger;

/// <summary>The part of the ledger one looks at.</summary>
public enum LedgerView { Open, Closed, All }

/// <summary>
/// What is asked of the ledger stands in its address, so that a list can be sent to a colleague as a link. What does not fit is noted
/// in the state and left out.
/// </summary>
public sealed record LedgerQuestion(LedgerView View, RequestsAsked Asked)
{
    private const string Unassigned = "none";
    private IReadOnlyDictionary<string, string?> typed = new Dictionary<string, string?>();

    /// <summary>Something besides view and order narrows the list.</summary>
    public bool Narrowed => Asked.Words is not null || Asked.Filter != RequestFilter.None;

    public bool FirstPage => Asked.After is null;

    internal static LedgerQuestion Read(HttpContext http, FormState state, Actor actor, DateTimeOffset now, TimeZoneInfo zone)
    {
        var query = http.Request.Query.Where(q => q.Value.ToString().Length > 0).ToDictionary(q => q.Key, q => q.Value);
        state.Take(new FormCollection(query));
        var form = new FormReader(state);
        var view = form.Choice<LedgerView>("view") ?? LedgerView.Open;
        var filter = Filter(form, state, actor, now, zone);
        var (after, before) = (Cursor(form, state, "after"), Cursor(form, state, "before"));
        var sort = form.Choice<RequestSort>("sort") ?? (view is LedgerView.Closed ? RequestSort.Updated : RequestSort.Due);
        var asked = new RequestsAsked(StatusOf(view), sort, RequestList.DefaultLimit, before ?? after, form.Text("q")) { Filter = filter, Backward = before is not null };
        return new(view, asked) { typed = query.ToDictionary(q => q.Key, q => (string?)q.Value.ToString()) };
    }

    /// <summary>The address of the same list with other values; null takes one out. A list that changes begins at its first page.</summary>
    public string With(params ReadOnlySpan<(string Name, string? Value)> changes) => Address("/requests", changes);

    /// <summary>The same list as a file.</summary>
    public string Export => Address("/requests/export", []);

    /// <summary>The very page that is shown.</summary>
    public string Same => With((Asked.Backward ? "before" : "after", Asked.After?.ToString()));

    private static RequestCursor? Cursor(FormReader form, FormState state, string name)
    {
        if (state.Typed(name) is not { Length: > 0 } typed) return null;
        var cursor = RequestCursor.Parse(typed);
        if (cursor is null) form.Wrong(name, "cursor.unknown");
        return cursor;
    }

    private string Address(string path, ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var values = typed.Where(t => t.Key is not ("after" or "before")).ToDictionary(t => t.Key, t => t.Value);
        foreach (var (name, value) in changes) values[name] = value;
        return QueryHelpers.AddQueryString(path, values.Where(v => !string.IsNullOrEmpty(v.Value)));
    }

    private static RequestFilter Filter(FormReader form, FormState state, Actor actor, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (from, to) = (form.Date("from"), form.Date("to"));
        if (to < from) form.Wrong("to", "ledger.period-backwards");
        var nobody = state.Typed("assignee") == Unassigned;
        return new()
        {
            Category = form.Choice<RequestCategory>("category"), Priority = form.Choice<Priority>("priority"),
            Channel = form.Choice<Channel>("channel"), Charter = form.Text("charter", 50), Customer = form.Id("customer"),
            Assignee = form.Flag("mine") ? actor.Id : nobody ? null : form.Id("assignee"), Unassigned = nobody && !form.Flag("mine"),
            OwedBefore = form.Flag("overdue") ? now : null,
            ReportedFrom = Midnight(from, zone), ReportedBefore = Midnight(to < DateOnly.MaxValue ? to.Value.AddDays(1) : null, zone),
        };
    }

    private static DateTimeOffset? Midnight(DateOnly? day, TimeZoneInfo zone) => day is { Year: > 1900 } date ? Days.Midnight(date, zone) : null;

    private static RequestStatus? StatusOf(LedgerView view) => view switch
    {
        LedgerView.Open => RequestStatus.Open,
        LedgerView.Closed => RequestStatus.Closed,
        LedgerView.All => null,
    };
}
