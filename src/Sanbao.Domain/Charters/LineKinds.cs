using System.Collections.Immutable;

namespace Sanbao.Domain.Charters;

/// <summary>The lines that every service has, in the order in which they are told; the who-pays table speaks of these.</summary>
public static class LineKinds
{
    public static ImmutableArray<LineKind> OfService { get; } = [LineKind.Parts, LineKind.Labour, LineKind.Travel, LineKind.Freight];
}
