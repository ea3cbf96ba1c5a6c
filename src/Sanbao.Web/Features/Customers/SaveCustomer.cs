using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Customers;

/// <summary>Makes and changes customers with their contacts and sites.</summary>
internal sealed class SaveCustomer(ServiceDb db, Edit<Customer> edit)
{
    public async Task<Func<ServiceDb, Task<Customer>>> NewAsync(CustomerToSave said, CancellationToken cancel)
    {
        var engineer = await EngineerAsync(said, cancel);
        return edit.New((by, now) => Customer.Create(said, by, now, engineer));
    }

    public async Task<Func<ServiceDb, Task<Customer>>> ChangeAsync(Guid id, CustomerToSave said, CancellationToken cancel)
    {
        var engineer = await EngineerAsync(said, cancel);
        return edit.Of(id, Seen.Needed(said.Version), (customer, by, now) => customer.Change(said, by, now, engineer));
    }

    /// <param name="contact">Null: a new one.</param>
    public Func<ServiceDb, Task<Customer>> Contact(Guid id, Guid? contact, ContactToSave said) =>
        edit.Of(id, Seen.Needed(said.Version), (customer, by, now) =>
    {
        if (contact is not { } known) customer.AddContact(said.Name ?? "", said.Phone, said.Email, said.Position, by, now);
        else if (customer.Contacts.Any(c => c.Id == known))
            customer.ChangeContact(known, said.Name ?? "", said.Phone, said.Email, said.Position, by, now);
        else throw new NotFoundException();
    });

    /// <param name="site">Null: a new one.</param>
    public Func<ServiceDb, Task<Customer>> Site(Guid id, Guid? site, SiteToSave said) =>
        edit.Of(id, Seen.Needed(said.Version), (customer, by, now) =>
    {
        if (site is not { } known) customer.AddSite(said.Name ?? "", said.RegionCode, said.Address, by, now);
        else if (customer.Sites.Any(s => s.Id == known))
            customer.ChangeSite(known, said.Name ?? "", said.RegionCode, said.Address, by, now);
        else throw new NotFoundException();
    });

    /// <summary>The name of the dedicated engineer; field errors for people who do not exist.</summary>
    private async Task<string?> EngineerAsync(CustomerToSave said, CancellationToken cancel)
    {
        var named = new[] { said.SalespersonId, said.DedicatedEngineerId }.OfType<Guid>().ToArray();
        if (named.Length == 0) return null;
        var known = await db.Accounts.AsNoTracking().Where(a => named.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName })
            .ToListAsync(cancel);
        var errors = new FieldErrors();
        errors.When(said.SalespersonId is { } s && known.All(a => a.Id != s), "salespersonId", "form.choice");
        errors.When(said.DedicatedEngineerId is { } e && known.All(a => a.Id != e), "dedicatedEngineerId", "form.choice");
        errors.Throw();
        return known.Find(a => a.Id == said.DedicatedEngineerId)?.DisplayName;
    }
}
