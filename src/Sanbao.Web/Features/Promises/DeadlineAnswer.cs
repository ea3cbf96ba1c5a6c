using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;

namespace Sanbao.Web.Features.Promises;

/// <summary>A deadline as the interface answers it. <c>startedBy</c> is an event, or <c>PROMISE-missed</c>.</summary>
/// <param name="OverrunMinutes">In working time where <paramref name="InWorkingTime"/>, up to what met or cancelled it late, else up to
/// now.</param>
/// <param name="CancelledAt">In time, or after the due instant of what was missed.</param>
internal sealed record DeadlineAnswer(
    PromiseCode Promise, string StartedBy, DateTimeOffset Due, DeadlineState State, int OverrunMinutes,
    string Rule, int Occurrence, DateTimeOffset StartedAt, DateTimeOffset? MetAt, DateTimeOffset? CancelledAt, bool OpenEnded,
        bool InWorkingTime,
    bool CalendarUnannounced)
{
    public static DeadlineAnswer Of(Deadline deadline) => new(
        deadline.Promise,
        deadline.StartedBy is { } started ? Kebab.Of(started) : Kebab.Of(deadline.StartedByMissed!.Value) + "-missed",
        deadline.Due, deadline.State, deadline.OverrunMinutes, deadline.Rule, deadline.Occurrence, deadline.StartedAt, deadline.MetAt,
        deadline.CancelledAt, deadline.OpenEnded, deadline.InWorkingTime, deadline.CalendarUnannounced);
}
