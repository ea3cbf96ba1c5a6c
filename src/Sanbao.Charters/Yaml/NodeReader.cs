using System.Collections.Immutable;
using Sanbao.Charters.Errors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sanbao.Charters.Yaml;

/// <summary>
/// Makes nodes of YAML text, from the parser's events: a repeated key is one error among others and does not end the reading, and
/// too deep or too large a document is refused before it costs anything. Anchors, aliases and tags are no part of the format.
/// </summary>
internal sealed class NodeReader
{
    public const int MaxLength = 256 * 1024;
    public const int MaxDepth = 16;
    public const int MaxNodes = 20_000;

    private readonly Parser parser;
    private readonly Report report;
    private int nodes;

    private NodeReader(string text, Report report)
    {
        parser = new Parser(new StringReader(text));
        this.report = report;
    }

    /// <summary>The root of the only document; null when there is none or an error was reported that ends the reading.</summary>
    public static Node? Read(string text, Report report)
    {
        if (text.Length > MaxLength) return report.Fail(Place.Start, "too-long", MaxLength / 1024);
        var reader = new NodeReader(text, report);
        try
        {
            return reader.ReadDocument();
        }
        catch (RefusedDocument)
        {
            return null;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException
            or OverflowException or FormatException or NullReferenceException)
        {
            // The parser promises YamlException alone; the others are its own mishaps on texts that are no YAML.
            YamlFault.Tell(e, reader.parser.Current is { } last ? PlaceOf(last.Start) : Place.Start, text, report);
            return null;
        }
    }

    private Node? ReadDocument()
    {
        while (parser.MoveNext() && parser.Current is StreamStart or Comment) { }
        if (parser.Current is not DocumentStart) return report.Fail(Place.Start, "empty");
        parser.MoveNext();
        var root = ReadNode(1);
        while (parser.MoveNext())
            if (parser.Current is DocumentStart second) throw Refuse(second.Start, "one-document");
        return root;
    }

    // On the event that begins the node; leaves the parser on the one that ends it.
    private Node ReadNode(int depth)
    {
        var now = parser.Current!;
        if (++nodes > MaxNodes) throw Refuse(now.Start, "too-many", MaxNodes);
        if (depth > MaxDepth) throw Refuse(now.Start, "too-deep", MaxDepth);
        if (now is AnchorAlias) throw Refuse(now.Start, "alias");
        if (now is NodeEvent { Anchor.IsEmpty: false }) throw Refuse(now.Start, "alias");
        if (now is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } }) throw Refuse(now.Start, "tag");
        return now switch
        {
            Scalar scalar => ReadText(scalar),
            SequenceStart => ReadList(PlaceOf(now.Start), depth),
            MappingStart map => ReadMap(PlaceOf(now.Start), depth, map.Style is MappingStyle.Flow),
            _ => throw Refuse(now.Start, "yaml", now.GetType().Name),
        };
    }

    private ListNode ReadList(Place at, int depth)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
            if (parser.Current is not Comment) items.Add(ReadNode(depth + 1));
        return new ListNode(at, items.ToImmutable());
    }

    private MapNode ReadMap(Place at, int depth, bool inBraces)
    {
        var entries = ImmutableArray.CreateBuilder<(TextNode, Node)>();
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            if (parser.Current is Comment) continue;
            var keyAt = parser.Current!.Start;
            if (ReadNode(depth + 1) is not TextNode key) throw Refuse(keyAt, "key-not-text");
            while (parser.MoveNext() && parser.Current is Comment) { }
            entries.Add((key, ReadNode(depth + 1)));
        }
        return new MapNode(at, entries.ToImmutable(), inBraces);
    }

    private static TextNode ReadText(Scalar scalar)
    {
        var at = PlaceOf(scalar.Start);
        var oneLine = scalar.Start.Line == scalar.End.Line;
        var columns = scalar.End.Column - scalar.Start.Column;
        int? inset = scalar.Style switch
        {
            ScalarStyle.Plain when oneLine => 0,
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted when oneLine && columns == scalar.Value.Length + 2 => 1,
            ScalarStyle.Any or ScalarStyle.Plain or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted or ScalarStyle.Literal
                or ScalarStyle.Folded or ScalarStyle.ForcePlain => null,
        };
        return new TextNode(at, scalar.Value, inset);
    }

    private RefusedDocument Refuse(Mark at, string code, params object[] arguments)
    {
        report.Fail(PlaceOf(at), code, arguments);
        return new RefusedDocument();
    }

    internal static Place PlaceOf(Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    /// <summary>Leaves the recursion after a refusal that was already reported.</summary>
    private sealed class RefusedDocument : Exception;
}
