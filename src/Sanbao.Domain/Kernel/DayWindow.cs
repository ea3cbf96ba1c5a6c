namespace Sanbao.Domain.Kernel;

/// <summary>One stretch of working time of a day, in minutes since local midnight; <paramref name="To"/> is exclusive, at most
/// 1440.</summary>
public readonly record struct DayWindow(int From, int To)
{
    public int Minutes => To - From;
}
