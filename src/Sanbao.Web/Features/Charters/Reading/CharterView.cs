using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Web.Features.Charters.Changes;
using CharterVersion = Sanbao.Charters.CharterVersion;

namespace Sanbao.Web.Features.Charters.Reading;

/// <summary>Whether a version governs on a day. Superseded: a later one took its place before it ever governed.</summary>
public enum VersionState { InForce, NotYet, Over, Superseded }

/// <summary>One version of a charter among the others. <paramref name="Until"/> is inclusive; null: open.</summary>
/// <param name="Change">The application by which it came; null: shipped with the product, or not for the reader.</param>
public sealed record VersionRow(int Number, DateOnly From, DateOnly? Until, VersionState State, ChangeRow? Change);

/// <summary>One version of a charter as people read it, with its place among the others.</summary>
/// <param name="Usual">It is the one that the company uses where nothing else is agreed.</param>
/// <param name="Attached">For how many customers, contracts, models and so on it is agreed; null: not for the reader.</param>
public sealed record CharterView(Charter Of, string Source, ImmutableArray<VersionRow> Versions, DateOnly Today, bool Usual, int? Attached)
{
    public VersionRow Version => Versions.Single(v => v.Number == Of.Version);

    /// <summary>The version that governs today.</summary>
    public VersionRow? Governing => Versions.FirstOrDefault(v => v.State == VersionState.InForce);

    /// <param name="version">Null: the one that governs.</param>
    internal static async Task<CharterView> LoadAsync(CharterBook book, ServiceDb db, Actor actor, string code, int? version,
        DateOnly today, CancellationToken cancel)
    {
        var versions = book.VersionsOf(code);
        if (versions.IsEmpty) throw new NotFoundException();
        var governing = book.Governing(code, today).Version;
        var shown = versions.FirstOrDefault(v => v.Charter.Version == (version ?? governing)) ?? throw new NotFoundException();
        var edits = actor.May(Permission.EditCharters);
        var changes = edits
            ? (await ChangeQueries.LatestAsync(db, code, cancel)).Where(c => c.Status == CharterChangeStatus.Approved).ToList()
            : [];
        return new(
            shown.Charter, shown.Text, [.. versions.Select(v => Row(v, versions, governing, today, changes))], today, code == book.Usual,
            edits ? await db.AttachedCharters.CountAsync(a =>
                !a.Withdrawn && a.CharterCode == code && (a.Until == null || a.Until >= today), cancel) : null);
    }

    private static VersionRow Row(CharterVersion version, ImmutableArray<CharterVersion> all, int governing, DateOnly today,
        List<ChangeRow> changes)
    {
        var (number, from) = (version.Charter.Version, version.Charter.InForce);
        var next = all.Where(v => v.Charter.Version > number).Select(v => (DateOnly?)v.Charter.InForce).Min();
        var state = number == governing ? VersionState.InForce
            : next <= from ? VersionState.Superseded
            : from > today ? VersionState.NotYet
            : VersionState.Over;
        return new(number, from, next?.AddDays(-1), state, changes.Find(c => c.Number == number));
    }
}
