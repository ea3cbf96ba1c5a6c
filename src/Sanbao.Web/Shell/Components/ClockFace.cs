using Sanbao.Domain.Promises;

namespace Sanbao.Web.Shell.Components;

/// <summary>What a clock shows.</summary>
/// <param name="MetLateBy">A missed deadline without it is still running late.</param>
/// <param name="ShowDue">Also says the due time in words.</param>
internal readonly record struct ClockFace(DateTimeOffset Due, DeadlineState State = DeadlineState.Running, TimeSpan? MetLateBy = null, bool ShowDue = false)
{
    public bool Running => State == DeadlineState.Running || State == DeadlineState.Missed && MetLateBy is null;
}
