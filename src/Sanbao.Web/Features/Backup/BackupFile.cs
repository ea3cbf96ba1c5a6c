using System.IO.Compression;
using System.Text.Json;

namespace Sanbao.Web.Features.Backup;

/// <summary>
/// One zip file: <c>backup.json</c>, the records, and the attached files under <c>files/</c>. The records are <c>sanbao.db</c> (SQLite) or
/// one <c>tables/NAME.copy</c> for each table (PostgreSQL's own COPY in its binary form); a backup goes back into the same kind of
/// database.
/// </summary>
/// <param name="Company">Whose records they are (<see cref="Sanbao.Data.CompanyIdentity"/>).</param>
internal sealed record BackupFile(int Format, string Company, string Database, string Migration, DateTimeOffset TakenAt)
{
    public const int CurrentFormat = 1;
    public const string About = "backup.json";
    public const string Records = "sanbao.db";
    public const string Tables = "tables/";
    public const string Files = "files/";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public void WriteTo(ZipArchive zip)
    {
        using var stream = zip.CreateEntry(About).Open();
        JsonSerializer.Serialize(stream, this, Json);
    }

    /// <summary>Null when the file is no backup of ours.</summary>
    public static BackupFile? Of(ZipArchive zip)
    {
        if (zip.GetEntry(About) is not { } entry) return null;
        try
        {
            using var stream = entry.Open();
            return JsonSerializer.Deserialize<BackupFile>(stream, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
