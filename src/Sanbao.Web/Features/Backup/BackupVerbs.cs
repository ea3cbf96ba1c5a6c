using System.Diagnostics;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Backup;

/// <summary><c>backup</c>, <c>restore</c> and <c>verify</c>.</summary>
internal static class BackupVerbs
{
    private const int MostShown = 200;

    public static readonly Verb Backup = new("backup", "FILE", [Option.Data, Option.Database], arguments => Refusable(arguments, BackUp));
    public static readonly Verb Restore = new("restore", "FILE", [Option.Data, Option.Database], arguments => Refusable(arguments, PutBack));
    public static readonly Verb Verify = new("verify", "", [Option.Data, Option.Database], arguments => Refusable(arguments, Prove));

    private static async Task<int> BackUp(Arguments arguments)
    {
        var w = arguments.W;
        await using var store = await CommandStore.OpenAsync(arguments);
        var target = Path.GetFullPath(arguments.Operands[0]);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await TakeBackup.RunAsync(store.Database, AttachedFiles.FolderOf(arguments.DataFolder), target, TimeProvider.System.Now(), Telling(w));
        Console.WriteLine(w["cli.backup.done", target, new FileInfo(target).Length / 1024]);
        return Exit.Success;
    }

    private static async Task<int> PutBack(Arguments arguments)
    {
        var w = arguments.W;
        if (!File.Exists(arguments.Operands[0])) throw new RefusedException(new("cli.no-file", arguments.Operands[0]));
        await using var database = Data.ServiceDatabase.Of(arguments.DataFolder, arguments[Option.Database]);
        await RestoreBackup.RunAsync(database, AttachedFiles.FolderOf(arguments.DataFolder), arguments.Operands[0], Telling(w));
        Console.WriteLine(w["cli.restore.done", arguments.Operands[0]]);
        return Exit.Success;
    }

    private static async Task<int> Prove(Arguments arguments)
    {
        var w = arguments.W;
        await using var store = await CommandStore.OpenAsync(arguments);
        var verify = new VerifyRecords(store.Database, store.Charters, AttachedFiles.FolderOf(arguments.DataFolder), TimeProvider.System.Now());
        var (found, started) = (0L, Stopwatch.GetTimestamp());
        await foreach (var fault in verify.FaultsAsync(Progress(w)))
            if (++found <= MostShown) Console.WriteLine(w.Say(fault));
        if (found > MostShown) Console.WriteLine(w["cli.verify.more", found - MostShown]);
        Console.WriteLine(found == 0 ? w["cli.verify.good", Math.Round((decimal)Stopwatch.GetElapsedTime(started).TotalSeconds, 1)] : w["cli.verify.bad", found]);
        return found == 0 ? Exit.Success : Exit.Failed;
    }

    private static async Task<int> Refusable(Arguments arguments, Func<Arguments, Task<int>> run)
    {
        try
        {
            return await run(arguments);
        }
        catch (RefusedException e)
        {
            Console.Error.WriteLine(arguments.W.Say(e.Refusal));
        }
        catch (IOException e)
        {
            Console.Error.WriteLine(e.Message);
        }
        return Exit.Failed;
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
