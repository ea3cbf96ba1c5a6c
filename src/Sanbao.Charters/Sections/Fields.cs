using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Sections;

/// <summary>
/// A map read by the keys of the format: unknown, repeated and missing keys are reported when it is opened, wrong values when they
/// are asked for. What is wrong or missing comes back empty; a charter is made only of a file without errors.
/// </summary>
internal sealed class Fields
{
    private readonly Dictionary<string, Node> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> meant = new(StringComparer.Ordinal);   // keys that stand there under another name
    private readonly Keys keys;
    private readonly int told;

    private Fields(Place at, Keys keys, Report report)
    {
        (At, this.keys, Report) = (at, keys, report);
        told = report.Count;
    }

    public Place At { get; }

    public Report Report { get; }

    /// <summary>Nothing was wrong since it was opened: asked right after it was read, that what it says can be compared with what else is
    /// said.</summary>
    public bool Sound => Report.Count == told;

    public static Fields? Of(Node node, Keys keys, Report report)
    {
        if (node is not MapNode map)
        {
            report.Fail(node.At, "not-a-map", keys.Name, string.Join(", ", keys.All.Select(k => k.Name)));
            return null;
        }
        var fields = new Fields(map.At, keys, report);
        foreach (var (key, value) in map.Entries) fields.Add(key, value, map.InBraces);
        foreach (var key in keys.All)
            if (key.Required && !fields.values.ContainsKey(key.Name) && !fields.meant.Contains(key.Name))
                report.Fail(map.At, "missing-key", key.Name);
        return fields;
    }

    /// <summary>The value of a key; null where it is not given.</summary>
    public Node? this[string key]
    {
        get
        {
            if (!keys.All.Any(k => k.Name == key)) throw new ArgumentException($"{keys.Name} has no key {key}.", nameof(key));
            return values.GetValueOrDefault(key);
        }
    }

    public bool Has(string key) => this[key] is not null;

    /// <summary>Where the value of a key stands; the map where it is not given.</summary>
    public Place PlaceOf(string key) => this[key]?.At ?? At;

    /// <summary>The map under a key; null where it is not given or is no map.</summary>
    public Fields? Inner(string key, Keys of) => this[key] is { } node ? Of(node, of, Report) : null;

    public TextNode? TextOf(string key) => this[key] is { } node ? Values.Text(node, Report) : null;

    public string? Name(string key) => TextOf(key) is { } text ? Values.Name(text, [], Report) : null;

    public ImmutableArray<string> NamesOf(string key, ImmutableArray<string> known) =>
        Several(key, n => Values.Text(n, Report) is { } text ? Values.Name(text, known, Report) : null);

    public ImmutableArray<T> WordsOf<T>(string key) where T : struct, Enum =>
        [.. Several(key, n => Values.Word<T>(n, Report) is { } word ? (object)word : null).Select(o => (T)o).Distinct()];

    public T? WordOf<T>(string key) where T : struct, Enum => this[key] is { } node ? Values.Word<T>(node, Report) : null;

    /// <summary>True when the key has the first of its two words.</summary>
    public bool IsFirst(string key) =>
        TextOf(key) is { } text && Values.OneOf(text, ((Shape.Word)keys.All.First(k => k.Name == key).Shape).Words, Report) == 0;

    public bool? YesNo(string key) =>
        TextOf(key) is { } text && Values.OneOf(text, ["true", "false"], Report) is >= 0 and var index ? index == 0 : null;

    public int Whole(string key, int least, int most)
    {
        if (TextOf(key) is not { } text) return least;
        var known = int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (known && number >= least && number <= most) return number;
        Report.Fail(text.At, known ? "number-range" : "not-a-number", text.Value, least, most);
        return least;
    }

    public DateOnly Date(string key)
    {
        if (TextOf(key) is not { } text) return default;
        if (DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Report.Fail(text.At, "not-a-date", text.Value);
        return default;
    }

    public Bilingual? Both(string key)
    {
        if (Inner(key, Format.Bilingual) is not { } both) return null;
        return new Bilingual(both.Plain("zh", 1000), both.Plain("en", 1000));
    }

    /// <summary>A text as it is; empty where it is not given.</summary>
    public string Plain(string key, int most) => TextOf(key) is { } text ? Values.Plain(text, most, Report) : "";

    public T? Phrase<T>(string key, Func<Sentence, T?> read) =>
        TextOf(key) is { } text ? read(new Sentence(text, Report)) : default;

    public ImmutableArray<T> Phrases<T>(string key, Func<Sentence, T?> read) where T : class =>
        Several(key, n => Values.Text(n, Report) is { } text ? read(new Sentence(text, Report)) : null);

    /// <summary>The items of a list; a single one may stand without the list.</summary>
    public ImmutableArray<T> Several<T>(string key, Func<Node, T?> read) where T : class =>
        this[key] switch
        {
            null => [],
            ListNode { Items.Length: 0 } empty => Nothing<T>(empty, key),
            ListNode list => Read(list, read),
            var one => read(one) is { } item ? [item] : [],
        };

    /// <summary>The maps of a list, each opened with its keys.</summary>
    public ImmutableArray<T> Maps<T>(string key, Keys of, Func<Fields, T?> read) where T : class
    {
        switch (this[key])
        {
            case null:
                return [];
            case ListNode list:
                return Read(list, n => Of(n, of, Report) is { } fields ? read(fields) : null);
            case var other:
                Report.Fail(other.At, "not-a-list", key);
                return [];
        }
    }

    // Whoever writes a list names something in it.
    private ImmutableArray<T> Nothing<T>(ListNode empty, string key)
    {
        Report.Fail(empty.At, key == "ends" ? "ends-empty" : "list-empty", key);
        return [];
    }

    private static ImmutableArray<T> Read<T>(ListNode list, Func<Node, T?> read) where T : class =>
        [.. list.Items.Select(read).OfType<T>()];

    private void Add(TextNode key, Node value, bool inBraces)
    {
        if (!keys.All.Any(k => k.Name == key.Value)) FailUnknown(key, cutOff: inBraces && value is TextNode { Value.Length: 0 });
        else if (!values.TryAdd(key.Value, value)) Report.Fail(key.At, "repeated-key", key.Value);
    }

    // A word that stands alone within braces is what a comma has cut off.
    private void FailUnknown(TextNode key, bool cutOff)
    {
        var known = keys.All.Select(k => k.Name).ToArray();
        if (Nearest.Meant(key.Value, known) is { } hint) meant.Add(hint);
        if (cutOff) Report.Fail(key.At, "comma-in-braces", key.Value);
        else Report.Unknown(key.At, "unknown-key", key.Value, known);
    }
}
