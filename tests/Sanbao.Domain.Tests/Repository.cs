namespace Sanbao.Domain.Tests;

/// <summary>Where the tests find what lies beside the code. Nothing outside the repository is needed.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.GetFullPath(Path.Combine([Root, .. parts]));

    /// <summary>A folder that lies beside the repository, or beside the folder of its working trees; null: it is not there.</summary>
    public static string? Beside(params string[] parts) =>
        new[] { "..", "../.." }.Select(up => PathOf([up, .. parts])).FirstOrDefault(Directory.Exists);

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Sanbao.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("Sanbao.slnx is in no folder above the tests.");
    }
}
