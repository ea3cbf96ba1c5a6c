using System.Collections.Frozen;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Search;

/// <summary>Chinese names as they are typed on a Latin keyboard: 苏州轨道 is suzhouguidao and szgd, and guidao and gd from its third
/// character.</summary>
internal static partial class Pinyin
{
    /// <summary>So many ways to read one name, the commonest readings first.</summary>
    private const int Most = 8;

    private static readonly FrozenDictionary<char, string[]> Readings = Read();

    /// <summary>From each character of a name to its end: whole syllables and their initials. A blank inside a name parts
    /// nothing.</summary>
    public static IEnumerable<string> Words(string? name)
    {
        List<string> whole = [""], initials = [""];
        foreach (var character in TextKey.Name(name).Reverse())
        {
            if (!Readings.TryGetValue(character, out var readings))
            {
                (whole, initials) = ([""], [""]);
                continue;
            }
            whole = Before(readings, whole);
            initials = Before([.. readings.Select(r => r[..1]).Distinct()], initials);
            foreach (var word in whole.Concat(initials)) yield return word;
        }
    }

    private static List<string> Before(string[] readings, List<string> rests) =>
        [.. rests.SelectMany(rest => readings.Select(reading => reading + rest)).Take(Most)];

    private static FrozenDictionary<char, string[]> Read()
    {
        var readings = new Dictionary<char, string[]>();
        foreach (var line in Table)
        {
            var parts = line.Split('|');
            foreach (var character in parts[1]) readings[character] = parts[0].Split(' ');
        }
        return readings.ToFrozenDictionary();
    }
}
