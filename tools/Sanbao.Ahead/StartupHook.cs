using Sanbao.Ahead;

/// <summary>What the runtime calls before a program's Main when <c>DOTNET_STARTUP_HOOKS</c> names this library; its name and place are the runtime's.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // The variables are handed on to whatever the product's parents start besides.
        if (Path.GetFileNameWithoutExtension(Environment.GetCommandLineArgs()[0]) != "Sanbao.Web") return;
        if (Environment.GetEnvironmentVariable("SANBAO_CALLED") is { Length: > 0 } folder) CalledMethods.Write(folder);
    }
}
