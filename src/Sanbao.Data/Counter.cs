namespace Sanbao.Data;

/// <summary>The last value given of one count, e.g. of a form and year. Raised in the transaction that uses the value: no gaps.</summary>
internal sealed class Counter
{
    public string Name { get; set; } = "";
    public long Value { get; set; }

    /// <summary>The documents of a kind, each counted as it is made; of some kinds also the row ids for full-text search.</summary>
    public static string OfSeq(string kind) => $"seq/{kind}";

    /// <summary>What the counts of numbers begin with.</summary>
    public const string Numbers = "number/";

    public static string OfNumber(string form, int year) => $"{Numbers}{form}/{year}";
}
