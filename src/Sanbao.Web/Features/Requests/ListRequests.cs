using System.ComponentModel;
using System.Globalization;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Requests;

/// <summary>GET /requests: what is asked for stands in the query, and what does not fit is told at its name.</summary>
internal static class ListRequests
{
    public static async Task<ListAnswer<RequestItem>> Get(
        [Description("open, closed or all; all if left out")] string? status,
        [Description("due, reported, updated or closed; due if left out. By closing, only what is closed is there")] string? sort,
        [Description("1 to 500; 50 if left out")] string? limit,
        [Description("next of the page before")] string? after,
        [Description("words to look for, Chinese or not")] string? q,
        ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var (asked, place) = Read(status, sort, limit, after, q);
        return ListAnswer.Of(await RequestList.FindAsync(db, asked, place, actor, cancel), RequestItem.Of);
    }

    private static (RequestsAsked Asked, ListPlace Place) Read(string? status, string? sort, string? limit, string? after, string? q)
    {
        var errors = new FieldErrors();
        RequestStatus? one = Kebab.Parse<RequestStatus>(status);
        errors.When(one is null && status is not (null or "" or "all"), "status", "json.enum", "open, closed, all");
        RequestSort? by = string.IsNullOrEmpty(sort) ? RequestSort.Due : Kebab.Parse<RequestSort>(sort);
        errors.When(by is null, "sort", "json.enum", new NameList([.. Kebab.Names(typeof(RequestSort))]));
        errors.When(by is RequestSort.Closed && one is RequestStatus.Open, "sort", "json.enum", "due, reported, updated");
        var most = ListPlace.UsualSize;
        var isNumber = string.IsNullOrEmpty(limit) || int.TryParse(limit, CultureInfo.InvariantCulture, out most);
        errors.When(!isNumber || most is < 1 or > RequestList.LargestPage, "limit", "field.out-of-range", 1, RequestList.LargestPage);
        errors.Text(q, "q", 200);
        errors.Throw();
        return (new(one, by ?? RequestSort.Due, string.IsNullOrWhiteSpace(q) ? null : q), new(ListCursor.Parse(after), most));
    }
}

/// <summary>One line for programs.</summary>
internal sealed record RequestItem(
    Guid Id, string Number, RequestStatus Status, Channel Channel, RequestCategory Category, Priority Priority, string CustomerName,
        string Serial,
    string Model, string Description, DateTimeOffset ReportedAt, DateTimeOffset UpdatedAt, DateTimeOffset? NextDue,
    bool? Covered, bool Undetermined, DateOnly? CoveredUntil, bool Provisional, string? Assignee, string? ExternalReference)
{
    public static RequestItem Of(RequestRow r) => new(
        r.Id, r.Number, r.Status, r.Channel, r.Category, r.Priority, r.Customer, r.Serial, r.Model, r.ShortDescription, r.ReportedAt,
            r.UpdatedAt,
        r.NextDue, r.Covered, r.Undetermined, r.CoveredUntil, r.Provisional, r.Assignee, r.Reference);
}
