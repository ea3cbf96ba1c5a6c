using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Customers;

/// <summary>Creates and changes customers with their contacts and sites.</summary>
internal sealed class SaveCustomer(ServiceDb db, Writer writer, Actor actor, TimeProvider time)
{
    /// <summary>A new customer, not written yet.</summary>
    public async Task<Customer> PrepareAsync(CustomerToSave said, CancellationToken cancel) =>
        Customer.Create(said.ToDetails(await EngineerAsync(said, cancel)), actor, time.Now());

    public async Task<Guid> CreateAsync(CustomerToSave said, CancellationToken cancel)
    {
        var customer = await PrepareAsync(said, cancel);
        return await writer.CreateAsync(creation => { creation.Add(customer); return customer.Id; }, cancel);
    }

    public async Task ChangeAsync(Guid id, CustomerToSave said, CancellationToken cancel) => await writer.RunAsync(await ChangingAsync(id, said, cancel), cancel);

    /// <summary>The change, for a save of the caller's.</summary>
    public async Task<Func<ServiceDb, Task>> ChangingAsync(Guid id, CustomerToSave said, CancellationToken cancel)
    {
        var details = said.ToDetails(await EngineerAsync(said, cancel));
        return Work(id, said.Version, (customer, now) => customer.Change(details, actor, now), cancel);
    }

    /// <param name="contact">Null: a new one.</param>
    public Task SaveContactAsync(Guid id, Guid? contact, ContactToSave said, CancellationToken cancel) => writer.RunAsync(Work(id, said.Version, (customer, now) =>
    {
        if (contact is not { } known) customer.AddContact(said.Name ?? "", said.Phone, said.Email, said.Position, actor, now);
        else if (customer.Contacts.Any(c => c.Id == known)) customer.ChangeContact(known, said.Name ?? "", said.Phone, said.Email, said.Position, actor, now);
        else throw new NotFoundException();
    }, cancel), cancel);

    /// <param name="site">Null: a new one.</param>
    public Task SaveSiteAsync(Guid id, Guid? site, SiteToSave said, CancellationToken cancel) => writer.RunAsync(Work(id, said.Version, (customer, now) =>
    {
        if (site is not { } known) customer.AddSite(said.Name ?? "", said.RegionCode, said.Address, actor, now);
        else if (customer.Sites.Any(s => s.Id == known)) customer.ChangeSite(known, said.Name ?? "", said.RegionCode, said.Address, actor, now);
        else throw new NotFoundException();
    }, cancel), cancel);

    private Func<ServiceDb, Task> Work(Guid id, long? seen, Action<Customer, DateTimeOffset> verb, CancellationToken cancel)
    {
        if (seen is not { } version) throw new FieldErrorsException([new("version", "field.required")]);
        var now = time.Now();
        return async store =>
        {
            var customer = await store.Customers.VisibleTo(actor).Include(c => c.Contacts).Include(c => c.Sites).AsSplitQuery()
                .SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFoundException();
            customer.RequireVersion(version);
            verb(customer, now);
        };
    }

    private async Task<string?> EngineerAsync(CustomerToSave said, CancellationToken cancel)
    {
        var named = new[] { said.SalespersonId, said.DedicatedEngineerId }.OfType<Guid>().ToArray();
        if (named.Length == 0) return null;
        var known = await db.Accounts.AsNoTracking().Where(a => named.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancel);
        var errors = new FieldErrors();
        errors.When(said.SalespersonId is { } s && known.All(a => a.Id != s), "salespersonId", "form.choice");
        errors.When(said.DedicatedEngineerId is { } e && known.All(a => a.Id != e), "dedicatedEngineerId", "form.choice");
        errors.Throw();
        return known.Find(a => a.Id == said.DedicatedEngineerId)?.DisplayName;
    }
}
