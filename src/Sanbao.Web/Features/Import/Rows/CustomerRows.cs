using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>A customer with at most one contact and one site a line. Known again by name.</summary>
internal sealed class CustomerRows : KindRows
{
    protected override ImportKind Kind => ImportKind.Customers;

    public override string KeyField => "name";

    public override string? KeyOf(RowValues row) => TextKey.Name(row.Text("name")) is { Length: > 0 } key ? key : Missing(row);

    public override async Task<HashSet<string>> KnownAsync(ServiceDb db, IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        [.. await db.Customers.AsNoTracking().Where(c => keys.Contains(c.NameKey)).Select(c => c.NameKey).ToListAsync(cancel)];

    public override Task LookUpAsync(ServiceDb db, IReadOnlyList<RowValues> rows, CancellationToken cancel) => Task.CompletedTask;

    protected override Built? Make(RowValues row, Actor by, DateTimeOffset now)
    {
        var details = new CustomerDetails
        {
            Name = row.NeededText("name"), Phone = row.Text("phone"), Vip = row.Choice<VipClass>("vip"), Member = row.Flag("member") ?? false,
            Sector = row.Text("sector"), Remark = row.Text("remark"),
        };
        var (contact, site) = (row.Text("contact"), row.Text("site"));
        var (phone, email, position) = (row.Text("contactPhone"), row.Text("contactEmail"), row.Text("contactPosition"));
        var (region, address) = (row.Text("regionCode"), row.Text("address"));
        if (row.Errors.Count > 0) return null;
        var customer = Customer.Create(details, by, now);
        if (contact is not null) customer.AddContact(contact, phone, email, position, by, now);
        // An address without a name is the customer's only place.
        if ((site ?? address ?? region) is not null) customer.AddSite(site ?? customer.Name, region, address, by, now);
        return new(save => save.Add(customer));
    }

    private static string? Missing(RowValues row)
    {
        row.Fail("name", "field.required");
        return null;
    }
}
