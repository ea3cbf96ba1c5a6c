using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;

namespace Sanbao.Web.Features.Promises;

/// <summary>A deadline as the interface answers it (api.md). <c>startedBy</c> is an event, or <c>PROMISE-missed</c>.</summary>
internal sealed record DeadlineAnswer(
    PromiseCode Promise, string StartedBy, DateTimeOffset Due, DeadlineState State, int OverrunMinutes,
    string Rule, int Occurrence, DateTimeOffset StartedAt, DateTimeOffset? MetAt, bool OpenEnded, bool CalendarUnannounced)
{
    public static DeadlineAnswer Of(Deadline deadline) => new(
        deadline.Promise,
        deadline.StartedBy is { } started ? Kebab.Of(started) : Kebab.Of(deadline.StartedByMissed!.Value) + "-missed",
        deadline.Due, deadline.State, deadline.OverrunMinutes, deadline.Rule, deadline.Occurrence, deadline.StartedAt, deadline.MetAt,
        deadline.OpenEnded, deadline.CalendarUnannounced);
}
