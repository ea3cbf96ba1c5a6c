using System.Diagnostics;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Backup;

/// <summary><c>backup</c>, <c>restore</c> and <c>verify</c>.</summary>
internal static class BackupVerbs
{
    private const int MostShown = 200;

    public static readonly Verb Backup = new("backup", "FILE", [Option.Data, Option.Database], BackUp);
    public static readonly Verb Restore = new("restore", "FILE", [Option.Data, Option.Database], PutBack);
    public static readonly Verb Verify = new("verify", "", [Option.Data, Option.Database], Prove);

    private static async Task<int> BackUp(Arguments arguments)
    {
        var w = arguments.W;
        await using var store = await CommandStore.OpenThereAsync(arguments);
        var target = Path.GetFullPath(arguments.Operands[0]);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await TakeBackup.RunAsync(store.Database, store.Database.Folder.Files, target, TimeProvider.System.Now(), Telling(w));
        Console.WriteLine(w["cli.backup.done", target, new FileInfo(target).Length / 1024]);
        return Exit.Success;
    }

    private static async Task<int> PutBack(Arguments arguments)
    {
        var w = arguments.W;
        if (!File.Exists(arguments.Operands[0])) throw new RefusedException(new("cli.no-file", arguments.Operands[0]));
        await using var database = arguments.Database();
        await RestoreBackup.RunAsync(database, database.Folder.Files, arguments.Operands[0], Telling(w));
        Console.WriteLine(w["cli.restore.done", arguments.Operands[0]]);
        return Exit.Success;
    }

    private static async Task<int> Prove(Arguments arguments)
    {
        var w = arguments.W;
        await using var store = await CommandStore.OpenThereAsync(arguments);
        var verify = new VerifyRecords(store.Database, store.Charters, store.Database.Folder.Files, TimeProvider.System.Now());
        Refusal.Throw(await verify.WhyNoCompanyAsync());
        var (found, started) = (0L, Stopwatch.GetTimestamp());
        try
        {
            await foreach (var fault in verify.FaultsAsync(Progress(w)))
                if (++found <= MostShown) Console.WriteLine(w.Say(fault));
        }
        catch (Exception why) when (why is FormatException or InvalidOperationException or InvalidCastException
            or System.Text.Json.JsonException)
        {
            // What stands in a row is no value of ours; what lies behind it was not looked at.
            found++;
            Console.WriteLine(w["verify.unreadable", why.Message]);
        }
        if (found > MostShown) Console.WriteLine(w["cli.verify.more", found - MostShown]);
        Console.WriteLine(found == 0
            ? w["cli.verify.good", Math.Round((decimal)Stopwatch.GetElapsedTime(started).TotalSeconds, 1)] : w["cli.verify.bad", found]);
        return found == 0 ? Exit.Success : Exit.Failed;
    }

    private static Action<string> Telling(Words w) => what => Console.Error.WriteLine(w["cli.backup.progress", what]);

    private static Action<string, long> Progress(Words w)
    {
        var last = Stopwatch.GetTimestamp();
        return (what, count) =>
        {
            if (count > 0 && Stopwatch.GetElapsedTime(last) < TimeSpan.FromSeconds(1)) return;
            last = Stopwatch.GetTimestamp();
            Console.Error.WriteLine(w[count > 0 ? "cli.verify.counted" : "cli.verify.progress", new Word("verify.what." + what), count]);
        };
    }
}
