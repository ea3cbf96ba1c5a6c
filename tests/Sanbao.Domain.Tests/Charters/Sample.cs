using Sanbao.Charters;
using Sanbao.Charters.Errors;

namespace Sanbao.Domain.Tests.Charters;

/// <summary>A small charter to be spoiled, and the errors of a text.</summary>
internal static class Sample
{
    /// <summary>Stands in a text right before the place where an error is expected.</summary>
    public const char Here = '»';

    public const string Head = """
        charter: T1
        version: 1
        name: {zh: 试, en: Test}
        in-force: 2026-01-01

        """;

    public const string Warranty = """
        warranty:
          terms:
            - term: goods
              name: {zh: 整机, en: Goods}
              ends: 12 months from delivered
          remedies: repair

        """;

    public const string Good = Head + Warranty;

    public static string Unmarked(string marked) => marked.Replace(Here.ToString(), "", StringComparison.Ordinal);

    /// <summary>Line and column of what stands behind the mark.</summary>
    public static (int Line, int Column) PlaceOf(string marked)
    {
        var before = marked[..marked.IndexOf(Here)];
        return (before.Count(c => c == '\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }

    public static IReadOnlyList<CharterError> Errors(string text) => CharterLibrary.Check(new SourceFile("t.yaml", text));

    /// <summary>The head and a warranty whose only term has these lines.</summary>
    public static string Term(string lines) =>
        Head + "warranty:\n  remedies: repair\n  terms:\n    - term: goods\n      name: {zh: 整机, en: Goods}\n" + Indent(lines, 6);

    /// <summary>The good charter with one promise of these lines.</summary>
    public static string Promise(string lines) =>
        Good + "promises:\n  - promise: reply\n    name: {zh: 答复, en: Reply}\n" + Indent(lines, 4);

    /// <summary>The good charter with these lines in its warranty.</summary>
    public static string InWarranty(string lines) => Good + Indent(lines, 2);

    private static string Indent(string lines, int by) =>
        string.Concat(lines.Split('\n').Select(l => new string(' ', by) + l + "\n"));
}
