namespace Sanbao.Domain.Tests;

/// <summary>Where the tests find what lies beside the code. Nothing outside the repository is needed.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.GetFullPath(Path.Combine([Root, .. parts]));

    /// <summary>A folder that lies beside the repository, or beside the folder of its working trees; null: it is not there.</summary>
    public static string? Beside(params string[] parts) =>
        new[] { "..", "../.." }.Select(up => PathOf([up, .. parts])).FirstOrDefault(Directory.Exists);

    /// <summary>What people wrote: neither generated nor fetched.</summary>
    public static IEnumerable<string> Sources() =>
        from folder in new[] { "src", "tests", "bench", "tools" }
        from file in Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor" or ".ts" or ".css" or ".mjs"
        let parts = Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
        where !parts.Any(p => p is "node_modules" or "Migrations" or "wwwroot" or "obj" or "bin")
        select file;

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Sanbao.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("Sanbao.slnx is in no folder above the tests.");
    }
}
