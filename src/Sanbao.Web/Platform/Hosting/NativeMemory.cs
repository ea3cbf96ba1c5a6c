using System.Runtime.InteropServices;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>
/// SQLite and the runtime take memory from the C library. That of Linux (glibc) keeps up to eight pools for each processor and gives none
/// of what is free in them back by itself (decision 23).
/// </summary>
internal static class NativeMemory
{
    /// <summary><c>M_ARENA_MAX</c> of glibc's malloc.h.</summary>
    private const int MostPools = -8;

    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>From now on few pools, and what is free in them goes back to the system every few seconds, until the answer is disposed.</summary>
    public static IDisposable? KeepSmall()
    {
        if (!OperatingSystem.IsLinux()) return null;
        try
        {
            _ = mallopt(MostPools, Environment.ProcessorCount);
            GiveBack();
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library (musl), which keeps less.
            return null;
        }
        return new Timer(_ => GiveBack(), null, Apart, Apart);
    }

    private static void GiveBack() => _ = malloc_trim(0);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int mallopt(int setting, int value);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int malloc_trim(nuint left);
}
