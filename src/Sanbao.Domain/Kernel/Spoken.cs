using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// The arguments of a phrase. They lie side by side as they are, and become objects where somebody reads them: most phrases are heard by
/// the million and never read.
/// </summary>
internal abstract class Spoken
{
    public abstract ImmutableArray<object> AsObjects();
}

internal sealed class Spoken<T>(T values) : Spoken where T : struct, ITuple
{
    public override ImmutableArray<object> AsObjects()
    {
        var all = new object[values.Length];
        for (var i = 0; i < all.Length; i++) all[i] = values[i]!;
        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }
}

/// <summary>Arguments that were objects from the start.</summary>
internal sealed class Listed(ImmutableArray<object> all) : Spoken
{
    public override ImmutableArray<object> AsObjects() => all;
}
