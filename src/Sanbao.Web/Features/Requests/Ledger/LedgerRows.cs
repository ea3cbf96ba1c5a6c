using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Sanbao.Web.Features.Requests.Ledger;

/// <summary>
/// Lines of the ledger as text. Many people look at the same lines, and every list fetches itself again whenever somebody changed anything:
/// a line whose request is as it was moments ago is not made again. Of a page that is made anew, its lines cost more than all the rest.
/// </summary>
internal sealed class LedgerRows(TimeProvider time, ILoggerFactory logs)
{
    /// <summary>A clock that runs says seconds; the island in the page puts it right at once.</summary>
    private const int SecondsKept = 15, Most = 4_000;

    private volatile Kept kept = new(0, new());

    /// <param name="services">The request's: the words in its language.</param>
    public async Task<ImmutableArray<MarkupString>> OfAsync(ImmutableArray<RequestItem> items, Words words, IServiceProvider services)
    {
        var now = time.GetUtcNow();
        var lines = LinesOf(now);
        var texts = new MarkupString[items.Length];
        var missing = new List<int>();
        for (var i = 0; i < items.Length; i++)
            if (lines.TryGetValue((items[i], words.Language), out var text)) texts[i] = text;
            else missing.Add(i);
        if (missing.Count > 0)
        {
            await using var renderer = new HtmlRenderer(services, logs);
            foreach (var i in missing)
            {
                texts[i] = await renderer.Dispatcher.InvokeAsync(async () => (MarkupString)(await renderer.RenderComponentAsync<LedgerRow>(Line(items[i], now))).ToHtmlString());
                if (lines.Count < Most) lines[(items[i], words.Language)] = texts[i];
            }
        }
        return ImmutableArray.Create(texts);
    }

    private ConcurrentDictionary<(RequestItem, Language), MarkupString> LinesOf(DateTimeOffset now)
    {
        var moment = now.ToUnixTimeSeconds() / SecondsKept;
        if (kept.Moment != moment) kept = new(moment, new());
        return kept.Lines;
    }

    private static ParameterView Line(RequestItem item, DateTimeOffset now) =>
        ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LedgerRow.Of)] = item, [nameof(LedgerRow.Now)] = now });

    private sealed record Kept(long Moment, ConcurrentDictionary<(RequestItem, Language), MarkupString> Lines);
}
