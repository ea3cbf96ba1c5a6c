using System.Net.Sockets;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary><c>serve</c>: the console and the API until Ctrl+C.</summary>
internal static class ServeVerb
{
    public static readonly Verb Verb =
        new("serve", "", [Option.Data, Option.Urls, Option.Proxy, Option.Database, Option.Demo, Option.NoDemo, Option.Charter], Run);

    private static async Task<int> Run(Arguments arguments)
    {
        var options = new SiteOptions
        {
            DataFolder = arguments.DataFolder,
            Database = arguments[Option.Database],
            Urls = arguments[Option.Urls] ?? "http://localhost:5080",
            Proxies = arguments[Option.Proxy],
            Demo = arguments.Has(Option.NoDemo) ? DemoWish.No : arguments.Has(Option.Demo) ? DemoWish.Asked : DemoWish.OnThisMachine,
            Charter = arguments[Option.Charter] ?? "S1",
        };
        // Half a second of work that nothing waits for until the database is open; its failure is told there, too.
        _ = Task.Run(() => Sanbao.Charters.CharterLibrary.Shipped);
        await using var app = Site.Build(options);
        try
        {
            await app.StartAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop before it was up, e.g. while the database is brought to this program's shape.
            return Exit.Success;
        }
        catch (Exception e) when (e is SocketException
            || e is InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            // An address that is not this machine's; https without a certificate.
            throw new RefusedException(new("cli.serve.cannot-listen", options.Urls, e.Message));
        }
        foreach (var url in app.Urls) Console.WriteLine(arguments.W["cli.serve.ready", url, options.DataFolder]);
        await app.WaitForShutdownAsync();
        return Exit.Success;
    }
}
