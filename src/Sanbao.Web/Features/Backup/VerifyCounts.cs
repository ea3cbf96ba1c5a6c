using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;

namespace Sanbao.Web.Features.Backup;

/// <summary>Numbers run without gaps, up to the very last that was given.</summary>
internal static class VerifyCounts
{
    // A number is FORM-YEAR-COUNT; the counts of a form and year run from 1 to what its counter says.
    public static async IAsyncEnumerable<Phrase> FaultsAsync(ServiceDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var runs = new Dictionary<string, (long Count, long Highest)>();
        foreach (var kind in db.NumberedKinds())
            await foreach (var number in db.Documents(kind).Select(d => ((INumbered)d).Number).AsAsyncEnumerable().WithCancellation(cancel))
            {
                var cut = number.LastIndexOf('-');
                if (cut < 0 || !long.TryParse(number.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var own))
                {
                    yield return Phrase.Of("verify.number-malformed", number);
                    continue;
                }
                var (count, highest) = runs.GetValueOrDefault(number[..cut]);
                runs[number[..cut]] = (count + 1, Math.Max(highest, own));
            }
        var given = await db.NumbersGivenAsync(cancel);
        foreach (var run in runs.Keys.Union(given.Keys).Order(StringComparer.Ordinal))
        {
            var ((count, highest), last) = (runs.GetValueOrDefault(run), given.GetValueOrDefault(run));
            if (count != last || highest != last) yield return Phrase.Of("verify.numbers", run, count, Math.Max(highest, last));
        }
    }
}
