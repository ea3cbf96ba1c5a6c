using System.Text.Json;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>
/// Lies beside the records, or in the data folder of a node: a company is kept here, this one, in that kind of database. Where its records
/// are gone, nothing new begins in their place.
/// </summary>
/// <param name="Company">As the records themselves say (<see cref="CompanyIdentity"/>).</param>
/// <param name="Database"><c>sqlite</c> or <c>postgres</c>.</param>
internal sealed record CompanyMark(string Company, string Database)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Null: no company was ever kept here.</summary>
    public static CompanyMark? Read(CompanyFolder folder)
    {
        if (!File.Exists(folder.Mark)) return null;
        try
        {
            using var file = File.OpenRead(folder.Mark);
            if (JsonSerializer.Deserialize<CompanyMark>(file, Json) is { Company: not null, Database: not null } mark) return mark;
        }
        catch (JsonException)
        {
            // Told below.
        }
        throw new RefusedException(new("database.mark-unreadable", folder.Mark));
    }

    /// <summary>Appears whole or not at all.</summary>
    public void Write(CompanyFolder folder)
    {
        Directory.CreateDirectory(folder.Path);
        var unfinished = folder.Mark + ".part";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(this, Json));
        File.Move(unfinished, folder.Mark, overwrite: true);
    }
}
