using System.Runtime.CompilerServices;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Remedies in the order in which they are due, each once, and the grounds of those due as of right.</summary>
internal struct Remedies
{
    private Remedy first, second, third;
    private int count;

    /// <summary>Grounds as bits by <see cref="RightGround"/>.</summary>
    public int Grounds;
    /// <summary>By ground: how often, how many days, or the last day of the window; null where there is nothing to count.</summary>
    public GroundDetails Details;
    /// <summary>Remedies due as of right, as bits by <see cref="Remedy"/>.</summary>
    public int OfRight;
    /// <summary>Where the first right of these says it comes from; empty: not said.</summary>
    public string? Reference;
    /// <summary>An exchange is due, or possible without a fee.</summary>
    public bool ExchangesFree;
    /// <summary>The fee of a wanted exchange that is not due as of right; zero where it is free; null: none, or not known.</summary>
    public Money? Fee;
    /// <summary>By what refurbishing is charged besides that fee; null: it is not.</summary>
    public Basis? Refurbishing;
    /// <summary>The refund that is due; null: none, or the price is not known.</summary>
    public Money? Refund;
    /// <summary>A refund less depreciation was preferred to an exchange.</summary>
    public bool Depreciated;
    /// <summary>What is missing to tell a wanted amount.</summary>
    public Gaps Gaps;

    public readonly int Count => count;
    public readonly Remedy this[int index] => index switch { 0 => first, 1 => second, _ => third };
    public readonly bool IsOfRight(Remedy remedy) => (OfRight & 1 << (int)remedy) != 0;

    public readonly bool Has(Remedy remedy)
    {
        for (var i = 0; i < count; i++) if (this[i] == remedy) return true;
        return false;
    }

    public void Add(Remedy remedy)
    {
        if (Has(remedy)) return;
        if (count == 0) first = remedy;
        else if (count == 1) second = remedy;
        else third = remedy;
        count++;
    }

    [InlineArray(1 + (int)RightGround.RepairTooLong)]
    public struct GroundDetails
    {
        private object? first;
    }
}
