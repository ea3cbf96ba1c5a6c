using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>The names that would do, as an argument of a message: told whole, since whoever reads it has to choose.</summary>
public sealed record NameList(ImmutableArray<string> All)
{
    public override string ToString() => string.Join(", ", All);
}
