using System.Net;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary>What <c>--proxy</c> takes: addresses or networks (10.0.0.7, 10.0.0.0/24) parted by semicolons.</summary>
internal static class ProxyAddress
{
    public static Refusal? WhyNot(string proxies) =>
        Array.Find(Parts(proxies), p => Network(p) is null) is { } wrong ? new("cli.proxy.malformed", wrong) : null;

    public static IEnumerable<IPNetwork> Of(string? proxies) => Parts(proxies ?? "").Select(p => Network(p)!.Value);

    private static string[] Parts(string proxies) =>
        proxies.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork? Network(string typed) =>
        IPNetwork.TryParse(typed, out var network) ? network
        : IPAddress.TryParse(typed, out var one) ? new(one, one.AddressFamily is System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)
        : null;
}
