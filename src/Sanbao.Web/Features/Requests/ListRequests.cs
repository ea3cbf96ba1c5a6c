using System.ComponentModel;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>GET /requests: what is asked for stands in the query, and what does not fit is told at its name.</summary>
internal static class ListRequests
{
    public static Task<RequestPage> Get(
        [Description("open, closed or all; all if left out")] string? status,
        [Description("due, reported or updated; due if left out")] string? sort,
        [Description("1 to 500; 50 if left out")] string? limit,
        [Description("next of the page before")] string? after,
        [Description("words to look for, Chinese or not")] string? q,
        SharedLists lists, Actor actor, CancellationToken cancel) =>
        lists.FindAsync(Read(status, sort, limit, after, q), actor, cancel);

    private static RequestsAsked Read(string? status, string? sort, string? limit, string? after, string? q)
    {
        var errors = new FieldErrors();
        RequestStatus? one = Kebab.Parse<RequestStatus>(status);
        errors.When(one is null && status is not (null or "" or "all"), "status", "json.enum", "open, closed, all");
        RequestSort? by = string.IsNullOrEmpty(sort) ? RequestSort.Due : Kebab.Parse<RequestSort>(sort);
        errors.When(by is null, "sort", "json.enum", string.Join(", ", Kebab.Names(typeof(RequestSort))));
        var most = RequestList.DefaultLimit;
        var isNumber = string.IsNullOrEmpty(limit) || int.TryParse(limit, System.Globalization.CultureInfo.InvariantCulture, out most);
        errors.When(!isNumber || most is < 1 or > RequestList.LargestLimit, "limit", "field.out-of-range", 1, RequestList.LargestLimit);
        var cursor = string.IsNullOrEmpty(after) ? null : RequestCursor.Parse(after);
        errors.When(cursor is null && !string.IsNullOrEmpty(after), "after", "cursor.unknown");
        errors.Text(q, "q", 200);
        errors.Throw();
        return new(one, by ?? RequestSort.Due, most, cursor, string.IsNullOrWhiteSpace(q) ? null : q);
    }
}
