using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Charters.Attaching;

/// <summary>One line of the list.</summary>
/// <param name="To">What the key means, in words.</param>
public sealed record AttachedRow(
    Guid Id, AttachmentLevel Level, string Key, string To, string CharterCode, DateOnly? From, DateOnly? Until);

/// <summary>Which charter is for whom, the most specific first.</summary>
internal sealed class AttachedList(ServiceDb db, CharterBook book, Words words, Actor actor, Company company, TimeProvider time)
    : ListOf<AttachedRow>(Place)
{
    public const string Place = "/attached-charters", Charter = "charter";

    /// <summary>Names are looked through for no more than so many things.</summary>
    private const int MostNamed = 500;

    private static readonly Expression<Func<AttachedCharter, object>> Width = a =>
        a.Level == AttachmentLevel.Customer ? 1 : a.Level == AttachmentLevel.Contract ? 2 : a.Level == AttachmentLevel.Dealer ? 3
        : a.Level == AttachmentLevel.Model ? 4 : a.Level == AttachmentLevel.Line ? 5 : a.Level == AttachmentLevel.CustomerClass ? 6 : 7;

    private static readonly Keyset<AttachedCharter> Narrowest = Keyset<AttachedCharter>.By(Width, a => a.Key, a => a.Id);

    private static readonly Expression<Func<AttachedCharter, AttachedRow>> Row =
        a => new(a.Id, a.Level, a.Key, "", a.CharterCode, a.From, a.Until);

    protected override IReadOnlyList<ListColumn<AttachedRow>> Columns =>
        AttachedPage.Columns(words, time.Today(company), [.. book.Choosable(time.Today(company))]);

    protected override Finder<AttachedRow> Ask(FormReader form)
    {
        var (typed, charter) = (form.Text("q", 100), form.Text(Charter, 50));
        return async (place, cancel) =>
        {
            var all = db.AttachedCharters.AsNoTracking().Where(a => !a.Withdrawn && (charter == null || a.CharterCode == charter));
            if (typed is not null)
            {
                var keys = await KeysAsync(all, typed, cancel);
                all = all.Where(a => keys.Contains(a.Key));
            }
            var found = await Narrowest.FindAsync(all, Row, place, cancel);
            return found.With(await NamedAsync(found.Items, cancel));
        };
    }

    /// <summary>What is called by a name of which this is a part.</summary>
    private async Task<List<string>> KeysAsync(IQueryable<AttachedCharter> all, string typed, CancellationToken cancel)
    {
        var things = await NamedAsync(await all.Select(Row).Take(MostNamed).ToListAsync(cancel), cancel);
        return [.. things.Where(r => r.To.Contains(typed, StringComparison.OrdinalIgnoreCase)).Select(r => r.Key).Distinct()];
    }

    private async Task<List<AttachedRow>> NamedAsync(IReadOnlyList<AttachedRow> rows, CancellationToken cancel)
    {
        var names = await AttachedTo.NamesAsync(db, rows.Select(r => new CharterAttachment(r.Level, r.Key, r.CharterCode)), cancel);
        foreach (var (id, name) in await AttachedTo.DealersAsync(db, words, actor, cancel)) names[id] = name;
        return [.. rows.Select(r => r with { To = words.NameOf(r.Level, r.Key, names) })];
    }
}
