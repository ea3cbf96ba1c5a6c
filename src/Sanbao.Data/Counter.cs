namespace Sanbao.Data;

/// <summary>The last value given of one count, e.g. of a form and year. Raised in the transaction that uses the value: no gaps.</summary>
internal sealed class Counter
{
    public string Name { get; set; } = "";
    public long Value { get; set; }

    /// <summary>The row ids of a kind of document, for full-text search.</summary>
    public static string OfSeq(string kind) => $"seq/{kind}";

    public static string OfNumber(string form, int year) => $"number/{form}/{year}";
}
