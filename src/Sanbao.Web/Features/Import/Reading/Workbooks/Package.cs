using System.IO.Compression;
using System.Xml;

namespace Sanbao.Web.Features.Import.Reading.Workbooks;

/// <summary>
/// The parts of an .xlsx file, each read as a stream. A packed file of two megabytes can hold two thousand; so nothing of it is unpacked
/// beyond <see cref="Largest"/>, and what would be is refused in words.
/// </summary>
internal sealed class Package : IDisposable
{
    private const long LeastUnpacked = 64L * 1024 * 1024, MostUnpacked = 1024L * 1024 * 1024;
    /// <summary>Tables of one and the same line pack to a thirtieth at best.</summary>
    private const int MostTimes = 60;

    private static readonly XmlReaderSettings Plain =
        new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, CloseInput = true };

    private readonly ZipArchive packed;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    public Package(Stream file)
    {
        file.Position = 0;
        packed = new(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in packed.Entries) parts[entry.FullName.Replace('\\', '/')] = entry;
        Largest = Math.Clamp(file.Length * MostTimes, LeastUnpacked, MostUnpacked);
    }

    /// <summary>The bytes that one part may unpack to.</summary>
    public long Largest { get; }

    public bool Has(string part) => parts.ContainsKey(part);

    public PartReader Open(string part)
    {
        var entry = parts.GetValueOrDefault(part) ?? throw new InvalidDataException($"no part {part}");
        // What the file says of itself may be a lie; it is counted again while it is read.
        if (entry.Length > Largest) throw PartReader.TooLarge(Largest);
        var bytes = new CountedStream(entry.Open(), Largest);
        return new(XmlReader.Create(bytes, Plain), bytes);
    }

    /// <summary>To which parts a part points: by the name of the relation, its kind and the path.</summary>
    public Dictionary<string, (string Kind, string Part)> TargetsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var list = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var targets = new Dictionary<string, (string, string)>();
        if (!Has(list)) return targets;
        using var reader = Open(list);
        while (reader.Read())
            if (reader.Begins("Relationship") && reader["Target"] is { } target && reader["TargetMode"] is not "External")
                targets[reader["Id"] ?? ""] = ((reader["Type"] ?? "").Split('/')[^1], PathOf(part[..slash], target));
        return targets;
    }

    public void Dispose() => packed.Dispose();

    private static string PathOf(string folder, string target) =>
        Uri.UnescapeDataString(new Uri(new Uri("zip:///" + folder), target.Replace('\\', '/')).AbsolutePath).TrimStart('/');
}
