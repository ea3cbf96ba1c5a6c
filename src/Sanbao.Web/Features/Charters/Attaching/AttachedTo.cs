using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters.Attaching;

/// <summary>To what a charter is attached: between what people say (a name, a number) and the key by which the choice looks.</summary>
internal static class AttachedTo
{
    /// <summary>What people attach to.</summary>
    public static readonly AttachmentLevel[] Levels =
        [AttachmentLevel.Company, AttachmentLevel.Line, AttachmentLevel.Model, AttachmentLevel.CustomerClass, AttachmentLevel.Dealer,
            AttachmentLevel.Contract, AttachmentLevel.Customer];

    private const int MostDealers = 300;
    public static readonly string[] Classes = ["A", "B", "member"];

    /// <summary>The key of what was named; a field error where there is no such thing, or more than one.</summary>
    public static async Task<string> KeyAsync(ServiceDb db, AttachmentLevel level, string? named, Actor actor, CancellationToken cancel)
    {
        var name = named?.Trim() ?? "";
        if (level is AttachmentLevel.Company) return "";
        if (name.Length == 0) throw Wrong("field.required");
        return level switch
        {
            AttachmentLevel.Customer => await CustomerAsync(db, name, actor, cancel),
            AttachmentLevel.Contract => await ContractAsync(db, name, actor, cancel),
            AttachmentLevel.Model => await ModelAsync(db, name, cancel),
            AttachmentLevel.Line =>
                await db.Products.AnyAsync(p => p.Line == name, cancel) ? name : throw Wrong("attached-charter.no-line", name),
            AttachmentLevel.CustomerClass =>
                Classes.FirstOrDefault(c => c.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong("attached-charter.no-class", name),
            AttachmentLevel.Dealer => await DealerAsync(db, name, cancel),
            AttachmentLevel.Asked or AttachmentLevel.Company => throw Wrong("form.choice"),
        };
    }

    /// <summary>The names of what the attachments' keys mean, by key; a key that means nothing any more is its own name.</summary>
    public static async Task<Dictionary<string, string>> NamesAsync(ServiceDb db, IEnumerable<CharterAttachment> attachments,
        CancellationToken cancel)
    {
        var ids = attachments.Where(a => a.Level is AttachmentLevel.Customer or AttachmentLevel.Contract)
            .Select(a => Guid.TryParse(a.Key, out var id) ? id : Guid.Empty).Distinct().ToList();
        var customers = await db.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name })
            .ToListAsync(cancel);
        var contracts = await db.Contracts.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, Name = c.Number })
            .ToListAsync(cancel);
        return customers.Concat(contracts).ToDictionary(n => n.Id.ToString(), n => n.Name);
    }

    /// <summary>
    /// Dealers have no records of their own yet: they are known by the id that customers carry (API: dealerId), and told by a customer of
    /// theirs.
    /// </summary>
    public static async Task<Dictionary<string, string>> DealersAsync(ServiceDb db, Words words, Actor actor, CancellationToken cancel)
    {
        var dealers = await db.Customers.AsNoTracking().VisibleTo(actor).Where(c => c.DealerId != null).GroupBy(c => c.DealerId)
            .Select(g => new { Id = g.Key!.Value, One = g.Min(c => c.Name), Count = g.Count() }).OrderBy(d => d.Id).Take(MostDealers)
                .ToListAsync(cancel);
        return dealers.ToDictionary(d => d.Id.ToString(), d => words["attached-charter.dealer-of", d.One, d.Count]);
    }

    /// <summary>水泵 for the line pump, A 类 for a class; names of people and papers as they are.</summary>
    public static string NameOf(this Words w, AttachmentLevel level, string key, IReadOnlyDictionary<string, string> names) => level switch
    {
        AttachmentLevel.Company => w["attached-charter.company"],
        AttachmentLevel.Line => w.Line(key),
        AttachmentLevel.CustomerClass => w[$"customer-class.{key.ToLowerInvariant()}"],
        AttachmentLevel.Asked or AttachmentLevel.Customer or AttachmentLevel.Contract or AttachmentLevel.Dealer or AttachmentLevel.Model =>
            names.GetValueOrDefault(key, key),
    };

    private static async Task<string> CustomerAsync(ServiceDb db, string name, Actor actor, CancellationToken cancel)
    {
        var key = TextKey.Name(name);
        var found = await db.CustomersKnownBy(c => c.NameKey == key).AsNoTracking().VisibleTo(actor).Select(c => c.Id).Take(2)
            .ToListAsync(cancel);
        return found switch { [var one] => one.ToString(), [] =>
            throw Wrong("attached-charter.no-customer", name), _ => throw Wrong("attached-charter.two-customers", name) };
    }

    private static async Task<string> ContractAsync(ServiceDb db, string number, Actor actor, CancellationToken cancel)
    {
        var key = TextKey.Serial(number);
        var found = await db.Contracts.AsNoTracking().VisibleTo(actor).Where(c => c.NumberKey == key).Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync(cancel);
        return found?.ToString() ?? throw Wrong("attached-charter.no-contract", number);
    }

    private static async Task<string> ModelAsync(ServiceDb db, string model, CancellationToken cancel)
    {
        var key = TextKey.Serial(model);
        return await db.Products.AsNoTracking().Where(p => p.ModelKey == key).Select(p => p.Model).FirstOrDefaultAsync(cancel)
            ?? throw Wrong("attached-charter.no-model", model);
    }

    /// <summary>A dealer is who sold to a customer, delivered a unit or signs in.</summary>
    private static async Task<string> DealerAsync(ServiceDb db, string name, CancellationToken cancel)
    {
        var known = Guid.TryParse(name, out var id) && (await db.Customers.AnyAsync(c => c.DealerId == id, cancel)
            || await db.Equipment.AnyAsync(u => u.DealerId == id, cancel) || await db.Accounts.AnyAsync(a => a.DealerId == id, cancel));
        return known ? id.ToString() : throw Wrong("attached-charter.no-dealer", name);
    }

    private static FieldErrorsException Wrong(string code, params object[] arguments) => new([new("to", code, [.. arguments])]);
}
