using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>An earlier request on the same model whose words are alike, and what cured it.</summary>
public sealed record SimilarCase(Guid Id, string Number, RequestStatus Status, DateTimeOffset ReportedAt, string Description, string Solution);

/// <summary>
/// Cases like this one: of the model's latest requests those that share most words with the description. Bounded, so that taking a call
/// costs the same after a million of them.
/// </summary>
internal static class SimilarCases
{
    private const int Looked = 40, Most = 3;
    /// <summary>How much of the words must be shared (shared ÷ all of the shorter text).</summary>
    private const double Alike = 0.25;

    public static async Task<ImmutableArray<SimilarCase>> FindAsync(
        ServiceDb db, string? model, string? description, Guid? but, Actor actor, CancellationToken cancel)
    {
        var words = Bigrams.Words(description).ToHashSet();
        if (string.IsNullOrEmpty(model) || words.Count == 0) return [];
        var latest = await db.Requests.VisibleTo(actor).Where(r => r.Model == model && r.Description != "" && r.Id != but)
            .OrderByDescending(r => r.Seq).Take(Looked)
            .Select(r => new SimilarCase(r.Id, r.Number, r.Status, r.ReportedAt, r.Description, r.Solution))
            .ToListAsync(cancel);
        return
        [
            .. latest.Select(c => (Case: c, Shared: Shared(words, c.Description)))
                .Where(c => c.Shared >= Alike)
                // What was solved helps more than what is still open.
                .OrderByDescending(c => c.Shared + (c.Case.Solution.Length > 0 ? 0.2 : 0))
                .Take(Most).Select(c => c.Case),
        ];
    }

    private static double Shared(HashSet<string> words, string other)
    {
        var others = Bigrams.Words(other).ToHashSet();
        return others.Count == 0 ? 0 : (double)words.Count(others.Contains) / Math.Min(words.Count, others.Count);
    }
}
