namespace Sanbao.Domain.Kernel;

/// <summary>A share of something: 0.001 is 0.1 %. Exact; nothing is rounded before money is.</summary>
public readonly record struct Percent(decimal Fraction);
