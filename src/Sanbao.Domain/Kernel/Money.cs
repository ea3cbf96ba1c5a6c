using System.Globalization;

namespace Sanbao.Domain.Kernel;

/// <summary>An amount of CNY, exact to the fen (0.01). The default is zero.</summary>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    public static Money Zero => default;

    /// <summary>The amount of a decimal number of yuan, rounded half-up to the fen.</summary>
    public static Money Yuan(decimal yuan) => new((long)decimal.Round(yuan * 100m, 0, MidpointRounding.AwayFromZero));

    /// <summary>The amount as a decimal number of yuan with two places.</summary>
    public decimal InYuan => Fen / 100m;

    /// <summary>The exact product, rounded half-up once, at this last step.</summary>
    public Money Times(decimal factor) => new((long)decimal.Round(Fen * factor, 0, MidpointRounding.AwayFromZero));

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    public static Money operator +(Money a, Money b) => new(a.Fen + b.Fen);
    public static Money operator -(Money a, Money b) => new(a.Fen - b.Fen);
    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;
    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;
    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;
    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    public override string ToString() => InYuan.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
