namespace Sanbao.Bench.Raw;

/// <summary>The limit beside which the product is printed: the same statements, with nothing of the product around them.</summary>
internal interface IRaw
{
    string Name { get; }

    /// <summary>Units a second, each in a durable transaction.</summary>
    Task<double> Writes(Blueprint blueprint, int seconds);

    /// <summary>Queries a second, every row fetched.</summary>
    Task<double> Reads(string sql, int seconds);
}
