using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>An earlier request on the same model whose words are alike, and what cured it.</summary>
public sealed record SimilarCase(Guid Id, string Number, RequestStatus Status, DateTimeOffset ReportedAt, string Description,
    string Solution);

/// <summary>
/// Cases like this one: of the model's latest requests those that share most words with the description. Bounded, so that taking a call
/// costs the same after a million of them.
/// </summary>
internal static class SimilarCases
{
    private const int Looked = 40, Most = 3;
    /// <summary>How much of the words must be shared (shared ÷ all of the shorter text).</summary>
    private const double Alike = 0.25;

    /// <summary>As much of an earlier description as is looked at and shown.</summary>
    private const int Read = 300;

    public static async Task<ImmutableArray<SimilarCase>> FindAsync(
        ServiceDb db, string? model, string? description, Guid? but, Actor actor, CancellationToken cancel)
    {
        var words = Bigrams.Marks(description, []);
        if (string.IsNullOrEmpty(model) || words.Count == 0 || actor is { SeesCompany: false, Dealer: null, Customer: null }) return [];
        var (dealer, customer) = actor.Scope;
        var alike = new List<(SimilarCase Case, double Shared)>();
        var others = new HashSet<long>();
        await foreach (var one in LatestOf.For(db)(db, model, but.GetValueOrDefault(), dealer, customer).WithCancellation(cancel))
            if (Shared(words, Bigrams.Marks(one.Description, others)) is >= Alike and var shared) alike.Add((one, shared));
        // What was solved helps more than what is still open.
        return [.. alike.OrderByDescending(c => c.Shared + (c.Case.Solution.Length > 0 ? 0.2 : 0)).Take(Most).Select(c => c.Case)];
    }

    private static readonly KeptQuery<Func<ServiceDb, string, Guid, Guid?, Guid?, IAsyncEnumerable<SimilarCase>>> LatestOf = new(() =>
        EF.CompileAsyncQuery((ServiceDb db, string model, Guid but, Guid? dealer, Guid? customer) => db.Requests
            .Where(r => r.Model == model && r.Description != "" && r.Id != but)
            .Where(r => (dealer == null || r.DealerId == dealer) && (customer == null || r.CustomerId == customer))
            .OrderByDescending(r => r.Seq).Take(Looked)
            .Select(r => new SimilarCase(
                r.Id, r.Number, r.Status, r.ReportedAt,
                r.Description.Length > Read ? r.Description.Substring(0, Read) : r.Description, r.Solution))));

    private static double Shared(HashSet<long> words, HashSet<long> others) =>
        others.Count == 0 ? 0 : (double)words.Count(others.Contains) / Math.Min(words.Count, others.Count);
}
