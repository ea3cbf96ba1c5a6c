using System.Runtime.InteropServices;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>
/// SQLite takes its memory from the C library. That of Linux (glibc) keeps up to eight pools for each processor and gives none back; with
/// one for each it is as fast, and what SQLite holds is half as much (decision 22).
/// </summary>
internal static class NativeMemory
{
    /// <summary><c>M_ARENA_MAX</c> of glibc's malloc.h.</summary>
    private const int MostPools = -8;

    public static void KeepFewPools()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = mallopt(MostPools, Environment.ProcessorCount);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library (musl), which has one pool anyway.
        }
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int mallopt(int setting, int value);
}
