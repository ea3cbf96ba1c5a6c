using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Shell;
using Site = Sanbao.Domain.Customers.Site;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Units for people: list, page, forms.</summary>
internal sealed class UnitPages(ServiceDb db, GoverningCharters charters, SaveUnit save, Writer writer, Actor actor, Words words,
    TimeProvider time, FormState state)
{
    private DateOnly Today => words.LocalDate(time.Now());

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("", async (HttpContext http, UnitList list) =>
            View.Of<UnitListPage>(new { List = await list.ShowAsync(http), Customer = await list.CustomerAsync(http.RequestAborted) }));
        pages.MapGet("/export", (HttpContext http, UnitList list) => list.SendAsync(http));
        pages.MapGet("/gaps", async (HttpContext http, GapList list) =>
            View.Of<GapListPage>(new { List = await list.ShowAsync(http), list.View }));
        pages.MapGet("/gaps/export", (HttpContext http, GapList list) => list.SendAsync(http));
        pages.MapGet("/{key}", (string key, UnitPages p, CancellationToken cancel) => p.Show(key, cancel));
        var edits = pages.MapGroup("").RequirePermission(Permission.EditEquipment);
        edits.MapGet("/new", (Guid? customer, string? serial, UnitPages p, CancellationToken cancel) =>
            p.Form(null, customer, serial, cancel));
        edits.MapPost("/new", (HttpContext http, Guid? customer, UnitPages p, CancellationToken cancel) =>
            p.Create(http, customer, cancel));
        edits.MapGet("/{id:guid}/edit", (Guid id, UnitPages p, CancellationToken cancel) => p.Form(id, null, null, cancel));
        edits.MapPost("/{id:guid}/edit", (HttpContext http, Guid id, UnitPages p, CancellationToken cancel) => p.Change(http, id, cancel));
        edits.MapGet("/{id:guid}/missing", (Guid id, UnitPages p, CancellationToken cancel) => p.Missing(id, cancel));
        edits.MapPost("/{id:guid}/missing", (HttpContext http, Guid id, UnitPages p) => p.Learn(http, id, http.RequestAborted));
        edits.MapGet("/{id:guid}/void", (Guid id, UnitPages p, CancellationToken cancel) => p.VoidForm(id, cancel));
        edits.MapPost("/{id:guid}/void", (HttpContext http, Guid id, UnitPages p, CancellationToken cancel) => p.Void(http, id, cancel));
        foreach (var path in new[] { "/{id:guid}/components/new", "/{id:guid}/components/{part:guid}" })
        {
            edits.MapGet(path, (Guid id, Guid? part, UnitPages p, CancellationToken cancel) => p.ComponentForm(id, part, cancel));
            edits.MapPost(path, (HttpContext http, Guid id, Guid? part, UnitPages p, CancellationToken cancel) =>
                p.SaveComponent(http, id, part, cancel));
        }
        edits.MapGet("/sites", (string? customer, UnitPages p, CancellationToken cancel) => p.SitesOf(customer, cancel));
        edits.MapGet("/bill", (string? watch, string? product, string? model, UnitPages p, CancellationToken cancel) =>
            p.BillOf(watch is "model" ? "model" : "product", product ?? model, cancel));
        edits.MapGet("/models", (string? product, UnitPages p, CancellationToken cancel) => p.Models(product, cancel));
    }

    private async Task<IResult> Show(string key, CancellationToken cancel) =>
        View.Of<UnitPage>(new { Of = await UnitView.LoadAsync(db, charters, key, actor, Today, cancel) });

    private async Task<IResult> Form(Guid? id, Guid? customer, string? serial, CancellationToken cancel)
    {
        var unit = id is { } known ? await UnitView.FindAsync(db, known.ToString(), actor, cancel) : null;
        var owner = unit?.CustomerId ?? customer;
        var parent = unit?.ParentId is { } above
            ? await db.Equipment.VisibleTo(actor).Where(u => u.Id == above).Select(u => u.Serial).FirstOrDefaultAsync(cancel) : null;
        var of = owner is { } c ? await db.CustomersKnownBy(x => x.Id == c).AsNoTracking().VisibleTo(actor).Include(x => x.Sites)
            .SingleOrDefaultAsync(cancel) : null;
        return View.Of<UnitFormPage>(
            new { Of = unit, Customer = of, Sites = await SitesShownAsync(of, cancel), Parent = parent, Serial = serial,
            Product = unit is null ? await BillQueries.FindAsync(db, state.Typed("product"), cancel) : null,
            Asked = AskedFacts.Of(await CharterOfAsync(unit, cancel)) });
    }

    /// <summary>Of a unit that is new, the company's usual one.</summary>
    private async Task<Charter> CharterOfAsync(Equipment? unit, CancellationToken cancel) =>
        (await (unit is null ? charters.OnAsync(CharterSubjects.Of(null, null, null, null, null, null), null, Today, cancel)
            : charters.OfUnitAsync(unit, Today, cancel))).Charter;

    /// <summary>The components with which a unit of the model that was typed begins.</summary>
    private async Task<IResult> BillOf(string watch, string? model, CancellationToken cancel) =>
        View.Of<BillChoice>(new { Product = await BillQueries.FindAsync(db, model, cancel), Watch = watch });

    /// <summary>A form shown again lists the sites of the customer that was typed, not of the one that is stored.</summary>
    private async Task<IReadOnlyList<Site>> SitesShownAsync(Customer? stored, CancellationToken cancel) =>
        state.Typed("customer") is { } typed && TextKey.Name(typed) != stored?.NameKey
            ? await SitesNamedAsync(typed, cancel) : stored?.Sites ?? [];

    private Task<IResult> Create(HttpContext http, Guid? customer, CancellationToken cancel) => PostForm.Handle(
        http, form => UnitToSave.Read(form, state),
        async said =>
        {
            var unit = await writer.RunAsync(await save.NewAsync(said, cancel), cancel);
            return Done.To($"/equipment/{unit.Id}", "unit.saved", unit.Serial);
        },
        () => Form(null, customer, null, cancel));

    private Task<IResult> Change(HttpContext http, Guid id, CancellationToken cancel) => PostForm.Handle(
        http, form => UnitToSave.Read(form, state),
        async said =>
        {
            await writer.RunAsync(await save.ChangeAsync(id, said, cancel), cancel);
            return Done.To($"/equipment/{id}", "unit.saved", said.Serial!);
        },
        () => Form(id, null, null, cancel));

    private async Task<IResult> Missing(Guid id, CancellationToken cancel) =>
        View.Of<MissingPage>(new
        {
            Of = await UnitView.LoadAsync(db, charters, id.ToString(), actor, Today, cancel), Gaps = MissingToSave.Typed(state),
        });

    /// <summary>Sent from where something is missing; one goes on there.</summary>
    private Task<IResult> Learn(HttpContext http, Guid id, CancellationToken cancel) => PostForm.Handle(
        http, form => MissingToSave.Read(form, state),
        async said =>
        {
            await writer.RunAsync(save.Learn(id, said), cancel);
            var page = Done.PageOf(http);
            return Done.To(page.EndsWith("/missing", StringComparison.Ordinal) ? $"/equipment/{id}" : page, "gap.saved");
        },
        () => Missing(id, cancel));

    private async Task<IResult> VoidForm(Guid id, CancellationToken cancel) =>
        View.Of<VoidPage>(new { Of = await UnitView.FindAsync(db, id.ToString(), actor, cancel), Today });

    private Task<IResult> Void(HttpContext http, Guid id, CancellationToken cancel) => PostForm.Handle(
        http, VoidToSave.Read,
        async said =>
        {
            await writer.RunAsync(save.Void(id, said), cancel);
            return Done.To($"/equipment/{id}", said.From is null ? "unit.valid-again" : "unit.voided");
        },
        () => VoidForm(id, cancel));

    private async Task<IResult> ComponentForm(Guid id, Guid? part, CancellationToken cancel)
    {
        var unit = await UnitView.FindAsync(db, id.ToString(), actor, cancel);
        var component = part is { } known ? unit.Components.SingleOrDefault(c => c.Id == known) ?? throw new NotFoundException() : null;
        var (charter, _) = await charters.OfUnitAsync(unit, Today, cancel);
        return View.Of<ComponentFormPage>(new { Unit = unit, Of = component, Charter = charter });
    }

    private Task<IResult> SaveComponent(HttpContext http, Guid id, Guid? part, CancellationToken cancel) => PostForm.Handle(
        http, ComponentToSave.Read,
        async said =>
        {
            await writer.RunAsync(save.Component(id, part, said), cancel);
            return Done.To($"/equipment/{id}", "unit.component-saved", said.Name!);
        },
        () => ComponentForm(id, part, cancel));

    private async Task<IResult> SitesOf(string? customer, CancellationToken cancel) =>
        View.Of<SiteField>(new { Sites = await SitesNamedAsync(customer, cancel) });

    private async Task<IReadOnlyList<Site>> SitesNamedAsync(string? customer, CancellationToken cancel)
    {
        var key = TextKey.Name(customer);
        var found = key.Length == 0 ? [] : await db.CustomersKnownBy(c => c.NameKey == key).AsNoTracking().VisibleTo(actor)
            .Include(c => c.Sites).Take(2).ToListAsync(cancel);
        return found is [var one] ? one.Sites : [];
    }

    /// <summary>Models that begin with what was typed, for the browser's own list of suggestions.</summary>
    private async Task<IResult> Models(string? product, CancellationToken cancel)
    {
        var key = TextKey.Serial(product);
        var end = key + '\uffff';
        var models = await db.Products.AsNoTracking()
            .Where(p => string.Compare(p.ModelKey, key) >= 0 && string.Compare(p.ModelKey, end) < 0)
            .OrderBy(p => p.ModelKey).Take(20).Select(p => p.Model).ToListAsync(cancel);
        return View.Of<ModelOptions>(new { Models = models });
    }
}
