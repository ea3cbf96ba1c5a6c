using Sanbao.Domain.Promises;

namespace Sanbao.Web.Shell.Components;

/// <summary>What a clock shows.</summary>
/// <param name="Ended">What became of a missed deadline, in words; without it, it is still running late.</param>
/// <param name="ShowDue">Also says the due time in words.</param>
internal readonly record struct ClockFace(DateTimeOffset Due, DeadlineState State = DeadlineState.Running, string? Ended = null,
    bool ShowDue = false)
{
    public bool Running => State == DeadlineState.Running || State == DeadlineState.Missed && Ended is null;
}
