using System.Security.Cryptography;
using System.Text;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Sections;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Library;

/// <summary>What was read of one file. The law is named only; the library joins it.</summary>
internal sealed record CharterReading(SourceFile File, Charter? Charter, string? LawCode, Place LawAt, Place VersionAt, Report Report);

/// <summary>Reads one charter from its text. Whatever the text is, it answers with a charter or with errors, and never throws.</summary>
internal static class CharterReader
{
    public static CharterReading Read(SourceFile file, CalendarSource calendars)
    {
        var report = new Report(file.Name);
        if (NodeReader.Read(file.Text, report) is not { } root || Fields.Of(root, Format.Document, report) is not { } fields)
            return new(file, null, null, Place.Start, Place.Start, report);
        var charter = CharterSection.Read(fields, HashOf(file.Text), calendars);
        return new(file, charter, fields.Name("law"), fields.PlaceOf("law"), fields.PlaceOf("version"), report);
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
