using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Sanbao.Web.Platform.Live;

/// <summary>
/// One stream for all tabs of a browser: an event "news" says that something changed, and the fragments of the page that care fetch
/// themselves again (<c>hx-trigger="news from:#live"</c>). The stream carries no data, so it needs to know nothing about who may see what.
/// </summary>
internal static class LiveStream
{
    public const string Path = "/live";

    // A burst of commits is one piece of news; a quiet line is kept open through proxies.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    public static void Map(RouteGroupBuilder pages) => pages.MapGet(Path, Open).RequirePermission(Permission.ReadRequests);

    private static ServerSentEventsResult<string> Open(HttpContext http, ChangeSignal signal, TimeProvider time,
        IHostApplicationLifetime lifetime)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        // A site that stops does not wait for those who listen, whatever their request said that it accepts.
        http.Response.RegisterForDispose(lifetime.ApplicationStopping.Register(http.Abort));
        // Somebody who comes back hears at once that he missed something.
        var last = long.TryParse(http.Request.Headers["Last-Event-ID"], System.Globalization.CultureInfo.InvariantCulture, out var seen)
            ? seen : signal.Count;
        return TypedResults.ServerSentEvents(News(signal, last, time, http.RequestAborted));
    }

    internal static async IAsyncEnumerable<SseItem<string>> News(
        ChangeSignal signal, long seen, TimeProvider time, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return new("", "open") { EventId = Id(seen) };
        while (!cancel.IsCancellationRequested)
        {
            var changed = await ChangedAsync(signal, seen, time, cancel);
            if (cancel.IsCancellationRequested) yield break;
            seen = signal.Count;
            yield return new("", changed ? "news" : "still") { EventId = Id(seen) };
            if (changed) await Task.Delay(Shortest, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<bool> ChangedAsync(ChangeSignal signal, long seen, TimeProvider time, CancellationToken cancel)
    {
        try
        {
            await signal.ChangedSinceAsync(seen, cancel).WaitAsync(Longest, time, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static string Id(long count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
