using Sanbao.Charters.Sections;
using static Sanbao.Charters.Sections.Shape;

namespace Sanbao.Web.Features.Import.Mapping;

/// <summary>Every key of the mapping format. docs/import.md explains them with examples.</summary>
internal static class MapFormat
{
    private const string AnyKey = ".";

    public static readonly Keys Document = new("mapping",
        new("mapping", new Name(), "Name under which it is chosen", true),
        new("kind", new Shape.Word(["customers", "equipment", "requests"]), "What the lines become", true),
        new("name", Format.Both, "What people read in lists", true),
        new("prefix", new Text(60), "Put before each external reference"),
        new("charter", new Name(), "The charter that governs what is imported; the company's if left out"),
        new("separator", new Shape.Word(["comma", "semicolon", "tab"]), "Found from the first lines if left out"),
        new("requires", new OneOrMore(new Text(100)), "Columns that the file must have"),
        new("fields", new Entries(AnyKey, new Text(100)), "Each field and where it comes from", true));

    public static readonly Keys Field = new("field",
        new("column", new OneOrMore(new Text(100)), "The column, or the names it may have in order of preference"),
        new("columns", new List(new Text(100)), "Columns whose values are joined"),
        new("join", new Text(20), "Stands between joined values; a blank if left out"),
        new("constant", new Text(200), "The same for every line, or where the columns are empty"),
        new("dates", new OneOrMore(new Text(40)), "Patterns of dates, such as dd/MM/yyyy"),
        new("values", new Entries(AnyKey, new Text(200)), "Translations of values"),
        new("only-these", new YesNo(), "A value without translation is an error"),
        new("optional", new YesNo(), "The file need not have the column"));
}
