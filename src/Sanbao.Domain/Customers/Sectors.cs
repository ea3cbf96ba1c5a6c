using System.Collections.Immutable;

namespace Sanbao.Domain.Customers;

/// <summary>The sectors of the interface to which a charter may grant more (S1).</summary>
public static class Sectors
{
    public static ImmutableArray<string> All { get; } = ["metro", "central-purchasing", "thermal-power", "water"];
}
