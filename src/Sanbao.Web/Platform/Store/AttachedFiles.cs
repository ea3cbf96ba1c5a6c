namespace Sanbao.Web.Platform.Store;

/// <summary>Where the bytes of attached files lie: under their hash, so that the same file is kept once and never changes.</summary>
internal static class AttachedFiles
{
    public static string FolderOf(string dataFolder, string company = "main") => Path.Combine(dataFolder, "companies", company, "files");

    /// <param name="hash">SHA-256 of the bytes, lower-case hexadecimal.</param>
    public static string PathOf(string folder, string hash) => Path.Combine(folder, hash[..2], hash);
}
