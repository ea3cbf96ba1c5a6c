using Sanbao.Charters.Errors;
using YamlDotNet.Core;

namespace Sanbao.Charters.Yaml;

/// <summary>Says in plain words what the YAML parser stumbled over, at the place where a person has to look.</summary>
internal static class YamlFault
{
    // Fragments of the parser's messages, and the sentence that helps. First fit.
    private static readonly (string Fragment, string Code)[] Known =
    [
        ("mapping values are not allowed", "yaml-colon"),
        ("found invalid mapping", "yaml-colon"),
        ("found unexpected end of stream", "yaml-quote"),
        ("did not find expected ',' or '}'", "yaml-brace"),
        ("did not find expected ',' or ']'", "yaml-bracket"),
        ("could not find expected ':'", "yaml-key"),
        ("did not find expected key", "yaml-indent"),
        ("did not find expected '-' indicator", "yaml-indent"),
    ];

    /// <param name="reached">How far the parser had come; used where the fault itself has no place.</param>
    public static void Tell(Exception fault, Place reached, string text, Report report)
    {
        var at = fault is YamlException yaml ? NodeReader.PlaceOf(yaml.Start) : reached;
        // A tab that continues a text is told at the beginning of that text; the tab is what has to be mended.
        var last = fault.Message.Contains("tab character", StringComparison.OrdinalIgnoreCase) ? int.MaxValue : at.Line;
        if (TabIn(text, last) is { } tab) report.Fail(tab, "tab");
        else if (fault is not YamlException) report.Fail(at, "yaml-open");
        else if (Array.Find(Known, k => fault.Message.Contains(k.Fragment, StringComparison.OrdinalIgnoreCase)) is { Code: { } code })
            report.Fail(at, code);
        else report.Fail(at, "yaml", fault.Message);
    }

    // The first tab that indents a line with text, at or before the line where the parser stopped.
    private static Place? TabIn(string text, int last)
    {
        var line = 0;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            if (++line > last) return null;
            var indent = row[..(row.Length - row.TrimStart(" \t").Length)];
            if (indent.Length < row.Length && indent.IndexOf('\t') is >= 0 and var column) return new Place(line, column + 1);
        }
        return null;
    }
}
