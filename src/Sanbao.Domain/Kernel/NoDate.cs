namespace Sanbao.Domain.Kernel;

/// <summary>
/// Days that are no dates. Other systems write one where they know none: 0001-01-01, 1899-12-30, 1899-12-31, 1900-01-01, 1970-01-01; and
/// nothing that is on record was built, sold or repaired before 1950. They are told as such wherever they come in, and never kept.
/// </summary>
public static class NoDate
{
    /// <summary>The first day that can be a date, inclusive.</summary>
    public static DateOnly Earliest { get; } = new(1950, 1, 1);

    // The others lie before the earliest day anyway.
    private static readonly DateOnly BeginningOfUnixTime = new(1970, 1, 1);

    /// <summary>True for a placeholder and for a day that is too early to be one.</summary>
    public static bool Is(DateOnly day) => day < Earliest || day == BeginningOfUnixTime;
}
