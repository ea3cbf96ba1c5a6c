using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>From inclusive, before exclusive; null: without end on this side.</summary>
internal readonly record struct Stretch(DateTimeOffset? From, DateTimeOffset? Before);

/// <summary>To what a list of requests is narrowed; null: not by this.</summary>
internal sealed record RequestFilter
{
    public static RequestFilter None { get; } = new();

    public RequestCategory? Category { get; init; }
    public Priority? Priority { get; init; }
    public Channel? Channel { get; init; }
    public string? Charter { get; init; }
    public CoverAnswer? Cover { get; init; }
    public Guid? Customer { get; init; }
    public Guid? Unit { get; init; }
    public Guid? Assignee { get; init; }
    /// <summary>Nobody has it.</summary>
    public bool Unassigned { get; init; }
    /// <summary>Only what is late at this instant, or only what is not.</summary>
    public DateTimeOffset? OverdueAt { get; init; }
    public DateTimeOffset? InTimeAt { get; init; }
    public Stretch Reported { get; init; }
    /// <summary>When the nearest of its deadlines is due.</summary>
    public Stretch Owed { get; init; }
    public Stretch Closed { get; init; }

    public IQueryable<ServiceRequest> Narrow(IQueryable<ServiceRequest> requests)
    {
        requests = OfPeople(OfKind(requests));
        if (OverdueAt is { } late) requests = requests.Where(r => r.NextDue < late);
        if (InTimeAt is { } now) requests = requests.Where(r => r.NextDue >= now);
        requests = Within(requests, r => r.ReportedAt, Reported);
        requests = Within(requests, r => r.NextDue, Owed);
        return Within(requests, r => r.ClosedAt!.Value, Closed);
    }

    private IQueryable<ServiceRequest> OfKind(IQueryable<ServiceRequest> requests)
    {
        if (Category is { } category) requests = requests.Where(r => r.Category == category);
        if (Priority is { } priority) requests = requests.Where(r => r.Priority == priority);
        if (Channel is { } channel) requests = requests.Where(r => r.Channel == channel);
        if (Charter is { } charter) requests = requests.Where(r => r.CharterCode == charter);
        return Cover switch
        {
            CoverAnswer.Covered => requests.Where(r => r.Covered == true),
            CoverAnswer.NotCovered => requests.Where(r => r.Covered == false && !r.Undetermined),
            CoverAnswer.Undetermined => requests.Where(r => r.Undetermined),
            null => requests,
        };
    }

    private IQueryable<ServiceRequest> OfPeople(IQueryable<ServiceRequest> requests)
    {
        if (Customer is { } customer) requests = requests.Where(r => r.CustomerId == customer);
        if (Unit is { } unit) requests = requests.Where(r => r.EquipmentId == unit);
        if (Assignee is { } assignee) requests = requests.Where(r => r.AssigneeId == assignee);
        return Unassigned ? requests.Where(r => r.AssigneeId == null) : requests;
    }

    private static IQueryable<ServiceRequest> Within(IQueryable<ServiceRequest> requests,
        Expression<Func<ServiceRequest, DateTimeOffset>> at, Stretch stretch)
    {
        if (stretch.From is { } from) requests = requests.Where(Beside(at, moment => moment >= from));
        return stretch.Before is { } before ? requests.Where(Beside(at, moment => moment < before)) : requests;
    }

    private static Expression<Func<ServiceRequest, bool>> Beside(Expression<Func<ServiceRequest, DateTimeOffset>> at,
        Expression<Func<DateTimeOffset, bool>> holds) =>
        Expression.Lambda<Func<ServiceRequest, bool>>(ReplacingExpressionVisitor.Replace(holds.Parameters[0], at.Body, holds.Body),
            at.Parameters);
}

/// <summary>What was judged.</summary>
internal enum CoverAnswer { Covered, NotCovered, Undetermined }
