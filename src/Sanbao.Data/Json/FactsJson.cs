using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Data.Json;

/// <summary>The snapshot of facts of a judgement.</summary>
internal static class FactsJson
{
    public static ValueConverter<Facts, string> Converter { get; } = new(facts => Write(facts), stored => Read(stored));

    /// <summary>A snapshot never changes; the same object is the same snapshot.</summary>
    public static ValueComparer<Facts> Comparer { get; } =
        new((a, b) => ReferenceEquals(a, b), facts => facts.GetHashCode(), facts => facts);

    public static string Write(Facts facts) => JsonSerializer.Serialize(facts, StoredJson.Facts);
    public static Facts Read(string stored) => JsonSerializer.Deserialize<Facts>(stored, StoredJson.Facts)!;
}

/// <summary>A decision, as codes and arguments.</summary>
internal static class DecisionJson
{
    public static ValueConverter<Decision, string> Converter { get; } = new(decision => Write(decision), stored => Read(stored));
    public static ValueComparer<Decision> Comparer { get; } =
        new((a, b) => ReferenceEquals(a, b), decision => decision.GetHashCode(), decision => decision);

    public static string Write(Decision decision) => JsonSerializer.Serialize(decision, StoredJson.Decision);
    public static Decision Read(string stored) => JsonSerializer.Deserialize<Decision>(stored, StoredJson.Decision)!;
}
