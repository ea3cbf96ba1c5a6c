using Sanbao.Data;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Customers.Merging;

/// <summary>Merging for people and programs: find the other record, compare, decide which one stays.</summary>
internal static class MergeRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/{id:guid}/merged", Merged);
        pages.MapGet("/{id:guid}/merge", Pick).RequirePermission(Permission.EditEquipment);
        pages.MapGet("/{id:guid}/merge/{other:guid}", Compare).RequirePermission(Permission.EditEquipment);
        pages.MapPost("/{id:guid}/merge/{other:guid}", Merge).RequirePermission(Permission.EditEquipment);
    }

    public static void MapApi(RouteGroupBuilder customers)
    {
        customers.MapGet("/{id:guid}/duplicates", GetDuplicates).WithSummary("Customers of the same name or phone number");
        customers.MapPost("/{id:guid}/merge", Post).RequirePermission(Permission.EditEquipment).Takes<MergeToSave>().Produces<MergeAnswer>()
            .WithSummary("Merge another customer into this one, which stays; the versions are those that were looked at");
    }

    /// <summary>A record that went into another one, as it was.</summary>
    private static async Task<IResult> Merged(Guid id, ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var customer = await CustomerQueries.GetAsync(db, id, actor, cancel);
        return customer.MergedIntoId is { } into
            ? View.Of<MergedPage>(new { Of = customer, Into = await CustomerQueries.GetAsync(db, into, actor, cancel) })
            : Done.To($"/customers/{id}");
    }

    private static async Task<IResult> Pick(Guid id, string? q, ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var customer = await CustomerQueries.GetAsync(db, id, actor, cancel);
        if (customer.MergedIntoId is { } into) return Done.To($"/customers/{into}");
        var found = string.IsNullOrWhiteSpace(q) ? null : (await CustomerQueries.FindAsync(db, q, ListPlace.First, actor, cancel)).Items;
        return View.Of<PickPage>(
            new { Of = customer, Typed = q, Found = found, Duplicates = await Duplicates.OfAsync(db, customer, actor, cancel) });
    }

    private static async Task<IResult> Compare(Guid id, Guid other, ServiceDb db, Actor actor, TimeProvider time, FormState state,
        CancellationToken cancel)
    {
        var view = await MergeView.LoadAsync(db, id, other, actor, time.Now(), cancel);
        return !state.IsPosted && (view.One.Customer.MergedIntoId ?? view.Other.Customer.MergedIntoId) is { } into
            ? Done.To($"/customers/{into}")
            : View.Of<MergePage>(new { Of = view });
    }

    private static Task<IResult> Merge(
        Guid id, Guid other, HttpContext http, MergeCustomers merge, FormOnce sent, GoverningCharters governing, ServiceDb db, Actor actor,
        TimeProvider time, FormState state, CancellationToken cancel) => PostForm.Handle(
        http, form => new MergeToSave(other, form.Number("version"), form.Number("otherVersion")),
        async said =>
        {
            var work = merge.Of(id, said);
            // Which versions were looked at, the page says: it may have been opened anew since.
            var into = await sent.RunAsync($"merge/{id}/{other}", new { other }, async db => (await work(db)).Into.Name, cancel);
            governing.Forget();
            return Done.To($"/customers/{id}", "customer.merge-done", into);
        },
        () => Compare(id, other, db, actor, time, state, cancel));

    private static async Task<IReadOnlyList<Duplicate>> GetDuplicates(Guid id, ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var found = await Duplicates.OfAsync(db, await CustomerQueries.GetAsync(db, id, actor, cancel), actor, cancel);
        return [.. found.Select(d => d with { Phone = MaskedPhone.For(actor, d.Phone) })];
    }

    private static async Task<IResult> Post(Guid id, PostedBody<MergeToSave> body, HttpContext http, MergeCustomers merge, Once once,
        GoverningCharters governing)
    {
        var answer = await once.ChangeAsync(http, body.Bytes, merge.Of(id, body.Value), done =>
            new MergeAnswer(CustomerAnswer.Of(done.Into), done.Moved));
        governing.Forget();
        return answer;
    }
}

/// <summary>The customer that stays, and how much of the other one went over to it.</summary>
internal sealed record MergeAnswer(CustomerAnswer Customer, Moved Moved);
