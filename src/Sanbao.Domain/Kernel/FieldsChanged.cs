namespace Sanbao.Domain.Kernel;

/// <summary>Which fields an edit left other than they were, for the journal.</summary>
internal static class FieldsChanged
{
    /// <summary>The names of those that differ, joined by commas; empty: none does.</summary>
    /// <param name="before">The same fields in the same order as <paramref name="after"/>.</param>
    public static string Between((string Field, object? Value)[] before, (string Field, object? Value)[] after) =>
        string.Join(',', before.Zip(after).Where(p => !Equals(p.First.Value, p.Second.Value)).Select(p => p.First.Field));
}
