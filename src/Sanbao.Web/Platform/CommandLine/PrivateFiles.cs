using System.Runtime.InteropServices;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary>Records, keys, backups, attached files: whatever this process makes is for its user alone (0600; folders 0700).</summary>
internal static class PrivateFiles
{
    /// <summary>What others get of a new file: nothing.</summary>
    private const int ForOthers = 0b111_111;

    public static void FromNowOn()
    {
        if (!OperatingSystem.IsWindows()) _ = umask(ForOthers);
    }

    // The framework sets the mode of files it is asked to make, not of those that SQLite and its own key ring make.
    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int umask(int mask);
}
