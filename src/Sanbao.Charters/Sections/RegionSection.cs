using System.Collections.Immutable;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Sections;

/// <summary>Reads the named areas, and checks that scopes name only these.</summary>
internal static class RegionSection
{
    public static ImmutableArray<Region> ReadAll(Fields charter)
    {
        var regions = ImmutableArray.CreateBuilder<Region>();
        foreach (var (key, value) in OpenMap.Of(charter, "regions"))
        {
            if (Values.Name(key, [], charter.Report) is not { } name) continue;
            if (value is ListNode { Items.Length: 0 }) charter.Report.Fail(value.At, "list-empty", key.Value);
            else if (value is ListNode list) regions.Add(new Region(name, Codes(list.Items, charter.Report), []));
            else if (value is TextNode one) regions.Add(new Region(name, Codes([one], charter.Report), []));
            else if (Fields.Of(value, Format.Region, charter.Report) is { } fields) regions.Add(Read(name, fields));
        }
        return regions.ToImmutable();
    }

    /// <summary>A region that a promise names must be one of the charter's.</summary>
    public static void CheckNamed(Fields charter, Charter read)
    {
        var known = read.Regions.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        if (charter["promises"] is not ListNode promises) return;
        foreach (var named in promises.Items.SelectMany(RegionsNamed))
            if (!known.Contains(named.Value))
                charter.Report.Unknown(named.At, "unknown-region", named.Value, known.Order(StringComparer.Ordinal));
    }

    private static Region Read(string name, Fields fields)
    {
        var codes = Codes(Items(fields, "codes"), fields.Report);
        var except = Codes(Items(fields, "except"), fields.Report);
        foreach (var (code, node) in except.Zip(Items(fields, "except")))
            if (!codes.Any(c => code.StartsWith(c, StringComparison.Ordinal) && code != c))
                fields.Report.Fail(node.At, "except-outside", code);
        return new Region(name, codes, except);
    }

    private static ImmutableArray<Node> Items(Fields fields, string key) => fields.Several(key, n => n);

    private static ImmutableArray<string> Codes(ImmutableArray<Node> items, Report report) =>
        [.. items.Select(n => Values.Text(n, report)).OfType<TextNode>().Where(t => IsCode(t, report)).Select(t => t.Value)];

    private static bool IsCode(TextNode text, Report report)
    {
        if (text.Value.Length is >= 2 and <= 12 && text.Value.All(char.IsAsciiDigit)) return true;
        report.Fail(text.At, "region-code", text.Value);
        return false;
    }

    // In `for` and `when`, wherever they stand in a promise.
    private static IEnumerable<TextNode> RegionsNamed(Node node) => node switch
    {
        ListNode list => list.Items.SelectMany(RegionsNamed),
        MapNode map => map.Entries.SelectMany(e => e.Key.Value == "region" ? Texts(e.Value) : RegionsNamed(e.Value)),
        _ => [],
    };

    private static IEnumerable<TextNode> Texts(Node node) => node switch
    {
        TextNode text => [text],
        ListNode list => list.Items.OfType<TextNode>(),
        _ => [],
    };
}
