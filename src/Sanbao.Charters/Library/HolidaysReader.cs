using System.Collections.Frozen;
using System.Collections.Immutable;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Sections;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Kernel;
using static Sanbao.Charters.Sections.Shape;

namespace Sanbao.Charters.Library;

/// <summary>Reads a file of statutory holidays: by year, its announcement, days off and make-up workdays.</summary>
internal static class HolidaysReader
{
    private static readonly Keys Feast = new("holiday",
        new("name", Format.Both, "Name of the holiday", true),
        new("off", new Shape.Phrase(DaysPhrase.Pattern, "2026-10-01 to 2026-10-07", "2026-01-01"), "Days off, both ends included", true),
        new("work", new OneOrMore(new Date()), "Weekend days on which work is made up"));

    private static readonly Keys Year = new("year",
        new("year", new Whole(1950, 2100), "The year", true),
        new("source", new Text(300), "Address of the announcement", true),
        new("days", new List(new Map(Feast)), "What was announced", true));

    private static readonly Keys Document = new("holidays",
        new("holidays", new Name(), "Code under which charters name them", true),
        new("name", Format.Both, "Name", true),
        new("years", new List(new Map(Year)), "The years announced so far", true));

    public static Holidays ReadShipped(SourceFile file)
    {
        var report = new Report(file.Name);
        return Read(file, report) is { } holidays && report.Clean ? holidays
            : throw new InvalidOperationException(string.Join(Environment.NewLine, report.Errors.Select(e => e.ToString())));
    }

    public static Holidays? Read(SourceFile file, Report report)
    {
        if (NodeReader.Read(file.Text, report) is not { } root || Fields.Of(root, Document, report) is not { } fields) return null;
        var off = new HashSet<DateOnly>();
        var work = new HashSet<DateOnly>();
        var years = fields.Maps("years", Year, year =>
        {
            foreach (var (days, made) in year.Maps("days", Feast, ReadFeast))
            {
                off.UnionWith(days);
                work.UnionWith(made);
            }
            year.Plain("source", 300);
            return (object)year.Whole("year", 1950, 2100);
        });
        fields.Both("name");
        return new Holidays(fields.Name("holidays") ?? "", off.ToFrozenSet(), work.ToFrozenSet(), years.Cast<int>().ToFrozenSet());
    }

    private static Tuple<ImmutableArray<DateOnly>, ImmutableArray<DateOnly>> ReadFeast(Fields feast)
    {
        feast.Both("name");
        var off = feast.TextOf("off") is { } text ? DaysPhrase.Read(text, feast.Report) : [];
        var work = feast.Several("work", n =>
            Values.Text(n, feast.Report) is { } day ? (object?)DaysPhrase.ReadDay(day, day.Value, feast.Report) : null);
        return new(off, [.. work.Cast<DateOnly>()]);
    }
}
