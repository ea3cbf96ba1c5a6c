using System.Collections.Frozen;
using System.Collections.Immutable;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Sections;
using Sanbao.Charters.Yaml;

namespace Sanbao.Web.Features.Import.Mapping;

/// <summary>Reads a mapping; whatever the text is, it answers with a mapping or with errors by line and column.</summary>
internal static class MapReader
{
    public static (ImportMap? Map, ImmutableArray<CharterError> Errors) Read(string file, string text)
    {
        var report = new Report(file);
        var map = NodeReader.Read(text, report) is { } root && Fields.Of(root, MapFormat.Document, report) is { } fields
            ? ReadMap(fields) : null;
        return report.Clean ? (map, []) : (null, report.Errors);
    }

    private static ImportMap? ReadMap(Fields fields)
    {
        if (fields.TextOf("kind") is not { } kindText || Kebab.Parse<ImportKind>(kindText.Value) is not { } kind)
        {
            if (fields.TextOf("kind") is { } wrong)
                fields.Report.Unknown(wrong.At, "unknown-word", wrong.Value, Kebab.Names(typeof(ImportKind)));
            return null;
        }
        var known = ImportFields.Of(kind);
        var found = ImmutableDictionary.CreateBuilder<string, FieldMap>();
        foreach (var (key, value) in OpenMap.Of(fields, "fields"))
        {
            if (!known.Contains(key.Value)) fields.Report.Unknown(key.At, "unknown-key", key.Value, known);
            else if (ReadField(value, fields.Report) is { } field) found[key.Value] = field;
        }
        foreach (var needed in ImportFields.Needed(kind).Where(n => !found.ContainsKey(n)))
            fields.Report.Fail(fields.PlaceOf("fields"), "missing-key", needed);
        return new ImportMap
        {
            Code = fields.Name("mapping") ?? "", Kind = kind, Name = fields.Both("name") ?? new("", ""),
            Prefix = fields.Plain("prefix", 60),
            Charter = fields.Name("charter"), Separator = Separator(fields), Requires = Texts(fields, "requires"),
            Fields = found.ToImmutable(),
        };
    }

    /// <summary>A text alone is the column's name.</summary>
    private static FieldMap? ReadField(Node node, Report report)
    {
        if (node is TextNode { Value.Length: > 0 } column) return new FieldMap { Columns = [[column.Value]] };
        if (Fields.Of(node, MapFormat.Field, report) is not { } fields) return null;
        var names = Texts(fields, "column");
        ImmutableArray<ImmutableArray<string>> columns = names.IsEmpty
            ? [.. Texts(fields, "columns").Select(c => ImmutableArray.Create(c))] : [names];
        if (columns.IsEmpty && !fields.Has("constant")) report.Fail(fields.At, "missing-key", "column");
        return new FieldMap
        {
            Columns = columns, Join = (fields["join"] as TextNode)?.Value ?? " ", Constant = (fields["constant"] as TextNode)?.Value,
            Dates = Texts(fields, "dates"), Values = Translations(fields), OnlyThese = fields.YesNo("only-these") ?? false,
            Optional = fields.YesNo("optional") ?? false,
        };
    }

    /// <summary>Here a value may be empty: it says that "Unknown" is nothing.</summary>
    private static FrozenDictionary<string, string> Translations(Fields fields)
    {
        var translations = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (from, to) in OpenMap.Of(fields, "values"))
        {
            if (to is TextNode text) translations[TextKey.Plain(from.Value)] = text.Value;
            else fields.Report.Fail(to.At, "not-a-text");
        }
        return translations.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static ImmutableArray<string> Texts(Fields fields, string key) =>
        fields.Several(key, n => Values.Text(n, fields.Report)?.Value);

    private static char? Separator(Fields fields) => fields.TextOf("separator") is not { } text ? null
        : Values.OneOf(text, ["comma", "semicolon", "tab"], fields.Report) switch { 1 => ';', 2 => '\t', _ => ',' };
}
