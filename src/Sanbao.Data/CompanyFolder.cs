namespace Sanbao.Data;

/// <summary>What one company keeps on disk, below <c>companies/CODE</c> of the data folder.</summary>
public sealed class CompanyFolder
{
    public CompanyFolder(string dataFolder, string company)
    {
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(dataFolder, "companies", company));
        IsNew = !IsUsed(Path) && !IsUsed(KeysIn(dataFolder));
    }

    public string Path { get; }

    /// <summary>Nothing was ever kept here, as it was found: neither records nor files, nor the keys that seal cookies.</summary>
    public bool IsNew { get; }

    /// <summary>The records, where they are in SQLite.</summary>
    public string Records => System.IO.Path.Combine(Path, "sanbao.db");

    /// <summary>The bytes of attached files, each under its hash.</summary>
    public string Files => System.IO.Path.Combine(Path, "files");

    /// <summary>The file that says which company this is.</summary>
    internal string Mark => System.IO.Path.Combine(Path, "company.json");

    /// <summary>Where one process keeps its keys; nodes that share a database keep them there.</summary>
    public static string KeysIn(string dataFolder) => System.IO.Path.Combine(dataFolder, "keys");

    private static bool IsUsed(string folder) => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();
}
