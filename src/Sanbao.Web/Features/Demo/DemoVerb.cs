using System.Diagnostics;
using System.Globalization;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Platform.CommandLine;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Demo;

/// <summary><c>demo</c>: loads the demo company into an empty database.</summary>
internal static class DemoVerb
{
    private const int MostRequests = 1_000_000;
    private static readonly Option Requests = new("requests", "N");

    public static readonly Verb Verb = new("demo", "", [Requests, Option.Data, Option.Database], Run);

    private static async Task<int> Run(Arguments arguments)
    {
        var w = arguments.W;
        var count = DemoCompany.UsualRequests;
        if (arguments[Requests] is { } typed && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out count)
            || count is < 1 or > MostRequests))
        {
            Console.Error.WriteLine(w["cli.demo.requests", 1, MostRequests]);
            return Exit.WrongUsage;
        }
        await using var store = await CommandStore.OpenAsync(arguments);
        var (started, last) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        var demo = new LoadDemo(store.Database, store.Writer, store.Charters, AccountVerbs.Passwords, TimeProvider.System);
        await demo.RunAsync(count, asked: true, percent =>
        {
            if (Stopwatch.GetElapsedTime(started) is var now && now - last < TimeSpan.FromSeconds(1)) return;
            last = now;
            Console.Error.WriteLine(w["cli.demo.progress", percent]);
        });
        Console.WriteLine(
            w["cli.demo.done", count, Math.Round((decimal)Stopwatch.GetElapsedTime(started).TotalSeconds, 1), DemoAccounts.Password]);
        return Exit.Success;
    }
}
