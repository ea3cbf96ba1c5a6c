using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>
/// A customer with at most one contact and one site a line. Known again by name and telephone: another number is another person, none said
/// is anybody of the name. Further lines of a batch add contacts and sites to the customer.
/// </summary>
internal sealed class CustomerRows : KindRows
{
    // Of this batch, by name, each with its first line.
    private readonly Dictionary<string, List<(Customer Customer, long Line)>> made = [];

    protected override ImportKind Kind => ImportKind.Customers;

    public override string KeyField => "name";

    public override bool MayStandAgain => true;

    public override string? KeyOf(RowValues row) =>
        TextKey.Name(row.Text("name")) is { Length: > 0 } key
            ? string.Join('\n', [key, .. Telephones.Keys(row.Text("phone"))]) : Missing(row);

    public override async Task<HashSet<string>> KnownAsync(ServiceDb db, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var names = keys.Select(key => key.Split('\n')[0]).Distinct().ToArray();
        var stored = (await db.Customers.AsNoTracking().Where(c => names.Contains(c.NameKey))
            .Select(c => new { c.NameKey, c.Phone }).ToListAsync(cancel))
            .ToLookup(c => c.NameKey, c => Telephones.Keys(c.Phone));
        return [.. keys.Where(key => key.Split('\n') is [var name, .. var said] && stored[name].Any(numbers => MayBe(said, numbers)))];
    }

    public override Task LookUpAsync(ServiceDb db, IReadOnlyList<RowValues> rows, CancellationToken cancel)
    {
        made.Clear();
        return Task.CompletedTask;
    }

    protected override Built? Make(RowValues row, Actor by, DateTimeOffset now)
    {
        var details = new CustomerDetails
        {
            Name = row.NeededText("name"), Phone = row.Text("phone"), Vip = row.Choice<VipClass>("vip"),
            Member = row.Flag("member") ?? false,
            Sector = row.Text("sector") is { } sector ? CodeWords.Sectors.Find(sector) ?? sector : null, Remark = row.Text("remark"),
        };
        var (contact, phone) = (row.Text("contact"), row.Text("contactPhone"));
        var (email, position) = (row.Text("contactEmail"), row.Text("contactPosition"));
        var (region, address) = (row.Text("regionCode"), row.Text("address"));
        // An address without a name is the customer's only place.
        var site = row.Text("site") ?? ((address ?? region) is null ? null : details.Name);
        if (row.Errors.Count > 0) return null;
        var (known, before) = Find(details);
        var customer = known ?? Customer.Create(details, by, now);
        var (newContact, newSite) = (IsNew(customer, contact, phone), site is not null && customer.Sites.All(s => s.Name != site));
        if (newContact) customer.AddContact(contact!, phone, email, position, by, now);
        if (newSite) customer.AddSite(site!, region, address, by, now);
        if (known is null) return Made(customer, row.Line);
        if (!newContact && !newSite) row.Fail("name", "import.twice-in-file", before);
        return new(_ => { });
    }

    private Built Made(Customer customer, long line)
    {
        made[customer.NameKey] = [.. made.GetValueOrDefault(customer.NameKey, []), (customer, line)];
        return new(save => save.Add(customer));
    }

    private static bool IsNew(Customer customer, string? name, string? phone) =>
        name is not null && !customer.Contacts.Any(c => TextKey.Name(c.Name) == TextKey.Name(name) && Telephones.Same(c.Phone, phone));

    private (Customer? Customer, long Line) Find(CustomerDetails said)
    {
        var numbers = Telephones.Keys(said.Phone);
        return made.GetValueOrDefault(TextKey.Name(said.Name), []).FirstOrDefault(m => MayBe(numbers, Telephones.Keys(m.Customer.Phone)));
    }

    private static bool MayBe(IReadOnlyList<string> said, IReadOnlyList<string> known) =>
        said.Count == 0 || known.Count == 0 || said.Intersect(known).Any();

    private static string? Missing(RowValues row)
    {
        row.Fail("name", "field.required");
        return null;
    }
}
