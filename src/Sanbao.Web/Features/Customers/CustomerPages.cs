using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Customers.Merging;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.Customers;

/// <summary>Customers, their contacts and sites, for people.</summary>
internal static class CustomerPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("", async (HttpContext http, CustomerList list) =>
            View.Of<CustomerListPage>(new { List = await list.ShowAsync(http) }));
        pages.MapGet("/export", (HttpContext http, CustomerList list) => list.SendAsync(http));
        pages.MapGet("/new", (ServiceDb db, CancellationToken cancel) => Form(null, db, Actor.System, cancel))
            .RequirePermission(Permission.EditEquipment);
        pages.MapPost("/new", Create).RequirePermission(Permission.EditEquipment);
        pages.MapGet("/{id:guid}", Show);
        pages.MapGet("/{id:guid}/edit", (Guid id, ServiceDb db, Actor actor, CancellationToken cancel) => Form(id, db, actor, cancel))
            .RequirePermission(Permission.EditEquipment);
        pages.MapPost("/{id:guid}/edit", Change).RequirePermission(Permission.EditEquipment);
        pages.MapGet("/regions", (string? province, string? city) => View.Of<RegionFields>(new { Code = Blank(city) ?? Blank(province) }));
        foreach (var path in new[] { "/{id:guid}/contacts/new", "/{id:guid}/contacts/{part:guid}" })
        {
            pages.MapGet(path, Contact).RequirePermission(Permission.EditEquipment);
            pages.MapPost(path, SaveContact).RequirePermission(Permission.EditEquipment);
        }
        foreach (var path in new[] { "/{id:guid}/sites/new", "/{id:guid}/sites/{part:guid}" })
        {
            pages.MapGet(path, Site).RequirePermission(Permission.EditEquipment);
            pages.MapPost(path, SaveSite).RequirePermission(Permission.EditEquipment);
        }
        MergeRoutes.Map(pages);
    }

    private static async Task<IResult> Show(
        Guid id, ServiceDb db, Actor actor, IServiceProvider services, IEnumerable<CustomerPart> above, CancellationToken cancel)
    {
        var view = await CustomerView.LoadAsync(db, id, actor, cancel);
        // An old address leads to what stands for it now.
        if (view.Customer.MergedIntoId is { } into) return Done.To($"/customers/{into}", "customer.merged-here", view.Customer.Name);
        var parts = new List<(Type, object)>();
        foreach (var part in above) parts.Add((part.Card, await part.Read(services, id, cancel)));
        return View.Of<CustomerPage>(new { Of = view, Parts = parts });
    }

    private static async Task<IResult> Form(Guid? id, ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var customer = id is { } known ? await CustomerQueries.GetAsync(db, known, actor, cancel) : null;
        var people = await db.Accounts.AsNoTracking()
            .Where(a => !a.Disabled || a.Id == (customer == null ? null : customer.SalespersonId)
            || a.Id == (customer == null ? null : customer.DedicatedEngineerId))
            .OrderBy(a => a.DisplayName).ToListAsync(cancel);
        return View.Of<CustomerFormPage>(new
        {
            Of = customer,
            Sales = Choices(people, customer?.SalespersonId, "sales", "marketing-manager", "business-department"),
            Engineers = Choices(people, customer?.DedicatedEngineerId, "engineer", "product-engineer"),
        });
    }

    private static Choice[] Choices(List<Account> people, Guid? chosen, params string[] roles) =>
        [.. people.Where(a => a.Id == chosen || a.Roles.Any(roles.Contains)).Select(a => new Choice(a.Id.ToString(), a.DisplayName))];

    private static Task<IResult> Create(HttpContext http, SaveCustomer save, Writer writer, ServiceDb db, Words words,
        CancellationToken cancel) => PostForm.Handle(
        http, form => form.Read<CustomerToSave>(words.Zone),
        async said =>
        {
            var customer = await writer.RunAsync(await save.NewAsync(said, cancel), cancel);
            return Done.To($"/customers/{customer.Id}", "customer.saved", customer.Name);
        },
        () => Form(null, db, Actor.System, cancel));

    private static Task<IResult> Change(
        Guid id, HttpContext http, SaveCustomer save, Writer writer, ServiceDb db, Actor actor, Words words, CancellationToken cancel) =>
            PostForm.Handle(
        http, form => form.Read<CustomerToSave>(words.Zone),
        async said =>
        {
            var customer = await writer.RunAsync(await save.ChangeAsync(id, said, cancel), cancel);
            return Done.To($"/customers/{id}", "customer.saved", customer.Name);
        },
        () => Form(id, db, actor, cancel));

    private static async Task<IResult> Contact(Guid id, Guid? part, ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var customer = await CustomerQueries.GetAsync(db, id, actor, cancel);
        var contact = part is { } known ? customer.Contacts.SingleOrDefault(c => c.Id == known) ?? throw new NotFoundException() : null;
        return View.Of<ContactFormPage>(new { Customer = customer, Of = contact });
    }

    private static Task<IResult> SaveContact(Guid id, Guid? part, HttpContext http, SaveCustomer save, Writer writer, ServiceDb db,
        Actor actor, CancellationToken cancel) => PostForm.Handle(
        http, ContactToSave.Read,
        async said =>
        {
            await writer.RunAsync(save.Contact(id, part, said), cancel);
            return Done.To($"/customers/{id}", "customer.contact-saved", said.Name!);
        },
        () => Contact(id, part, db, actor, cancel));

    private static async Task<IResult> Site(Guid id, Guid? part, ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var customer = await CustomerQueries.GetAsync(db, id, actor, cancel);
        var site = part is { } known ? customer.Sites.SingleOrDefault(s => s.Id == known) ?? throw new NotFoundException() : null;
        return View.Of<SiteFormPage>(new { Customer = customer, Of = site });
    }

    private static Task<IResult> SaveSite(Guid id, Guid? part, HttpContext http, SaveCustomer save, Writer writer, ServiceDb db,
        Actor actor, CancellationToken cancel) => PostForm.Handle(
        http, SiteToSave.Read,
        async said =>
        {
            await writer.RunAsync(save.Site(id, part, said), cancel);
            return Done.To($"/customers/{id}", "customer.site-saved", said.Name!);
        },
        () => Site(id, part, db, actor, cancel));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
