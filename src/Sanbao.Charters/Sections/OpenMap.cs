using Sanbao.Charters.Yaml;

namespace Sanbao.Charters.Sections;

/// <summary>Maps whose keys the author chooses.</summary>
internal static class OpenMap
{
    /// <summary>The entries in the order of the text; a repeated key is reported and left out.</summary>
    public static IEnumerable<(TextNode Key, Node Value)> Of(Fields fields, string key)
    {
        switch (fields[key])
        {
            case null:
                return [];
            case MapNode map:
                foreach (var again in map.Entries.GroupBy(e => e.Key.Value, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
                    fields.Report.Fail(again.Key.At, "repeated-key", again.Key.Value);
                return map.Entries.DistinctBy(e => e.Key.Value, StringComparer.Ordinal);
            case var other:
                fields.Report.Fail(other.At, "not-entries", key);
                return [];
        }
    }
}
