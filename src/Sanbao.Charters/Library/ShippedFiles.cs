using System.Collections.Immutable;
using System.Reflection;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Library;

/// <summary>The files under charters/, which are embedded in this assembly.</summary>
internal static class ShippedFiles
{
    private const string Root = "charters/";
    private static readonly Assembly Here = typeof(ShippedFiles).Assembly;
    private static readonly Lazy<ImmutableArray<Holidays>> ReadHolidays =
        new(() => [.. Files("holidays/").Select(HolidaysReader.ReadShipped)]);

    public static IEnumerable<SourceFile> Charters() => Files("").Where(f => f.Name.LastIndexOf('/') == Root.Length - 1);

    public static ImmutableArray<Holidays> Holidays() => ReadHolidays.Value;

    public static string Schema() => Text(Root + "charter.schema.json");

    private static IEnumerable<SourceFile> Files(string folder) =>
        Here.GetManifestResourceNames()
            .Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(Root + folder, StringComparison.Ordinal) && n.EndsWith(".yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new SourceFile(n, Text(n)));

    private static string Text(string name)
    {
        using var stream = Here.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
