using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Sanbao.Web.Features.Accounts;

/// <summary>
/// Wrong passwords of a quarter of an hour, on this node: by login and address together, by login from anywhere, by address whatever the
/// login. A login that is not there counts like one that is, so that nothing is told about it; a right password does not count.
/// </summary>
internal sealed class WrongTries(TimeProvider time)
{
    /// <summary>From one address for one login; for one login from anywhere; from one address, behind which a house may sit.</summary>
    public const int Most = 5, MostOfLogin = 25, MostOfAddress = 100;
    private const int Few = 1000;
    private const string Any = "";
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Login, string Address), Tries> counted = new();

    /// <param name="Until">Forgotten then; counted from the first of them.</param>
    private sealed record Tries(int Count, DateTimeOffset Until);

    /// <summary>Until when nothing is tried for this login from this address; null: it may.</summary>
    public DateTimeOffset? ClosedUntil(string login, string address)
    {
        var closed = new[] { Closed(login, address, Most), Closed(login, Any, MostOfLogin), Closed(Any, address, MostOfAddress) };
        return closed.Max();
    }

    /// <summary>The same from everywhere, as somebody typed the login.</summary>
    public DateTimeOffset? ClosedUntil(string login) => Closed(AccountQueries.Normalized(login), Any, MostOfLogin);

    public void Add(string login, string address)
    {
        if (counted.Count > Few) Sweep();
        var (now, first) = (Now, new Tries(1, Now + Remembered));
        foreach (var key in new[] { (login, address), (login, Any), (Any, address) })
            counted.AddOrUpdate(key, first, (_, t) => t.Until > now ? t with { Count = t.Count + 1 } : first);
    }

    /// <summary>The right password was given: what went wrong before was a slip.</summary>
    public void Forgive(string login, string address)
    {
        counted.TryRemove((login, address), out _);
        counted.TryRemove((login, Any), out _);
    }

    /// <summary>Its password was given anew: whoever tried the old one may try again, from everywhere.</summary>
    public void Forget(string login)
    {
        foreach (var key in counted.Keys.Where(k => k.Login == login)) counted.TryRemove(key, out _);
    }

    /// <summary>The network of the caller: who has one address of IPv6 has 2^64 of them.</summary>
    public static string AddressOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } ip) return "-";
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        return ip.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexString(ip.GetAddressBytes(), 0, 8) : ip.ToString();
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private DateTimeOffset? Closed(string login, string address, int most) =>
        counted.TryGetValue((login, address), out var tries) && tries.Count >= most && tries.Until > Now ? tries.Until : null;

    private void Sweep()
    {
        foreach (var (key, tries) in counted)
            if (tries.Until <= Now) counted.TryRemove(new(key, tries));
    }
}
