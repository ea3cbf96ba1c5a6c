using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>To what a list of requests is narrowed; null: not by this.</summary>
internal sealed record RequestFilter
{
    public static RequestFilter None { get; } = new();

    public RequestCategory? Category { get; init; }
    public Priority? Priority { get; init; }
    public Channel? Channel { get; init; }
    public string? Charter { get; init; }
    public Guid? Customer { get; init; }
    public Guid? Unit { get; init; }
    public Guid? Assignee { get; init; }
    /// <summary>Nobody has it.</summary>
    public bool Unassigned { get; init; }
    /// <summary>Only what was owed before this instant.</summary>
    public DateTimeOffset? OwedBefore { get; init; }
    /// <summary>Reported from here, inclusive.</summary>
    public DateTimeOffset? ReportedFrom { get; init; }
    /// <summary>Reported before this, exclusive.</summary>
    public DateTimeOffset? ReportedBefore { get; init; }

    public IQueryable<ServiceRequest> Narrow(IQueryable<ServiceRequest> requests) => InTime(OfPeople(OfKind(requests)));

    private IQueryable<ServiceRequest> OfKind(IQueryable<ServiceRequest> requests)
    {
        if (Category is { } category) requests = requests.Where(r => r.Category == category);
        if (Priority is { } priority) requests = requests.Where(r => r.Priority == priority);
        if (Channel is { } channel) requests = requests.Where(r => r.Channel == channel);
        if (Charter is { } charter) requests = requests.Where(r => r.CharterCode == charter);
        return requests;
    }

    private IQueryable<ServiceRequest> OfPeople(IQueryable<ServiceRequest> requests)
    {
        if (Customer is { } customer) requests = requests.Where(r => r.CustomerId == customer);
        if (Unit is { } unit) requests = requests.Where(r => r.EquipmentId == unit);
        if (Assignee is { } assignee) requests = requests.Where(r => r.AssigneeId == assignee);
        return Unassigned ? requests.Where(r => r.AssigneeId == null) : requests;
    }

    private IQueryable<ServiceRequest> InTime(IQueryable<ServiceRequest> requests)
    {
        if (OwedBefore is { } owed) requests = requests.Where(r => r.NextDue < owed);
        if (ReportedFrom is { } from) requests = requests.Where(r => r.ReportedAt >= from);
        if (ReportedBefore is { } before) requests = requests.Where(r => r.ReportedAt < before);
        return requests;
    }
}
