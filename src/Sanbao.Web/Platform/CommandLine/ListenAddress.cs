using System.Net;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary>What <c>--urls</c> takes: addresses parted by semicolons.</summary>
internal static class ListenAddress
{
    public static Refusal? WhyNot(string urls) =>
        Array.Find(urls.Split(';'), url => !IsWellFormed(url)) is { } wrong ? new("cli.urls.malformed", wrong) : null;

    /// <summary>Nobody on another machine can reach any of them.</summary>
    public static bool AreOfThisMachine(string urls) =>
        Array.TrueForAll(urls.Split(';'), url => IsOfThisMachine(BindingAddress.Parse(url).Host));

    /// <summary>As the server takes a host: any name but localhost stands for every address.</summary>
    private static bool IsOfThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    private static bool IsWellFormed(string url)
    {
        try
        {
            // As the server itself reads them: http://*:8080 is one, too.
            return BindingAddress.Parse(url) is { Port: >= 0 and <= 65535, PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
