using System.Collections.Frozen;

namespace Sanbao.Domain.Kernel;

/// <summary>Days that somebody declares off or worked, over the announced holidays and the week.</summary>
public sealed record OwnDays(FrozenSet<DateOnly> Off, FrozenSet<DateOnly> Worked)
{
    public static OwnDays None { get; } = new(FrozenSet<DateOnly>.Empty, FrozenSet<DateOnly>.Empty);

    public bool IsEmpty => Off.Count == 0 && Worked.Count == 0;

    public bool IsSame(OwnDays other) => Off.SetEquals(other.Off) && Worked.SetEquals(other.Worked);

    /// <summary>These days, and of the others those that these do not name.</summary>
    public OwnDays Over(OwnDays others) => new(
        Off.Union(others.Off.Except(Worked)).ToFrozenSet(),
        Worked.Union(others.Worked.Except(Off)).ToFrozenSet());
}
