using System.Collections.Frozen;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// The statutory days off and make-up workdays that a government announced, by year. Years that are not announced yet have
/// weekends only; whoever computes across such a year is told.
/// </summary>
/// <param name="Code">The name under which charters call it, e.g. <c>cn</c>.</param>
/// <param name="DaysOff">Days off, weekend days that an announcement names included.</param>
/// <param name="Workdays">Weekend days on which work is made up.</param>
/// <param name="AnnouncedYears">The years whose announcement is known.</param>
public sealed record Holidays(
    string Code, FrozenSet<DateOnly> DaysOff, FrozenSet<DateOnly> Workdays, FrozenSet<int> AnnouncedYears)
{
    public static Holidays None { get; } = new("none", FrozenSet<DateOnly>.Empty, FrozenSet<DateOnly>.Empty, FrozenSet<int>.Empty);
}
