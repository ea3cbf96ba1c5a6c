using Sanbao.Data;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Units for programs.</summary>
internal sealed class UnitApi(ServiceDb db, GoverningCharters charters, SaveUnit save, Actor actor, Words words, TimeProvider time)
{
    private const string Place = "/api/v1/equipment";

    public static void Map(RouteGroupBuilder api)
    {
        var units = api.MapGroup("/equipment").RequirePermission(Permission.ReadEquipment).WithTags("equipment");
        units.MapGet("", (string? q, Guid? customer, string? after, UnitApi a, CancellationToken cancel) => a.List(q, customer, after, cancel)).WithSummary("List units");
        units.MapGet("/{key}", (string key, UnitApi a, CancellationToken cancel) => a.Get(key, cancel)).WithSummary("One unit by id or serial number, judged today");
        units.MapPost("", Post).RequirePermission(Permission.EditEquipment).Accepts<UnitToSave>("application/json").Produces<UnitAnswer>(201).WithSummary("Create a unit");
        units.MapPut("/{id:guid}", (Guid id, UnitToSave said, UnitApi a, CancellationToken cancel) => a.Put(id, said, cancel))
            .RequirePermission(Permission.EditEquipment).WithSummary("Change a unit; version is the one that was looked at");
        units.MapPost("/{id:guid}/components", (Guid id, ComponentToSave said, UnitApi a, CancellationToken cancel) => a.Component(id, null, said, cancel))
            .RequirePermission(Permission.EditEquipment).WithSummary("Add a component");
        units.MapPut("/{id:guid}/components/{part:guid}", (Guid id, Guid part, ComponentToSave said, UnitApi a, CancellationToken cancel) => a.Component(id, part, said, cancel))
            .RequirePermission(Permission.EditEquipment).WithSummary("Change a component");
        units.MapPut("/{id:guid}/void", (Guid id, VoidToSave said, UnitApi a, CancellationToken cancel) => a.Void(id, said, cancel))
            .RequirePermission(Permission.EditEquipment).WithSummary("Declare the warranty void from a day on; without a day valid again");
    }

    private DateOnly Today => words.LocalDate(time.Now());

    private async Task<object> List(string? q, Guid? customer, string? after, CancellationToken cancel)
    {
        var found = await UnitQueries.FindAsync(db, charters, new(q, customer, ListCursor.Parse(after)), actor, Today, cancel);
        return new
        {
            Items = found.Items.Select(r => new
            {
                r.Unit.Id, r.Unit.Serial, r.Unit.Product!.Model, r.Unit.CustomerId, Customer = r.Unit.Customer?.Name, r.RegionCode,
                r.Decision.Covered, r.Decision.LastDay, r.OpenRequests,
            }),
            Next = found.Next?.ToString(),
            found.Count,
        };
    }

    private async Task<UnitAnswer> Get(string key, CancellationToken cancel)
    {
        var view = await UnitView.LoadAsync(db, charters, key, actor, Today, cancel);
        return UnitAnswer.Of(view.Unit) with
        {
            Entitlement = DecisionAnswer.Of(view.Whole.Decision, view.Whole.Explanation),
            Parent = view.Parent, Children = [.. view.Children],
            Requests = [.. view.Requests.Take(UnitView.Most).Select(r => new UnitAnswer.RequestAnswer(r.Id, r.Number, r.Category, r.Status, r.ReportedAt))],
        };
    }

    private static Task<IResult> Post(PostedBody<UnitToSave> body, HttpContext http, CreateOnce once, UnitApi api) => once.RunAsync(http, body, Place, api.MakeAsync);

    private async Task<Made> MakeAsync(UnitToSave said)
    {
        var unit = await AtDatesAsync(() => save.PrepareAsync(said, CancellationToken.None));
        return new(unit.Id, creation => creation.Add(unit), UnitAnswer.Of(unit) with { Version = 1 });
    }

    private async Task<UnitAnswer> Put(Guid id, UnitToSave said, CancellationToken cancel)
    {
        await AtDatesAsync(async () => { await save.ChangeAsync(id, said, cancel); return id; });
        return await Get(id.ToString(), cancel);
    }

    private async Task<UnitAnswer> Component(Guid id, Guid? part, ComponentToSave said, CancellationToken cancel)
    {
        await save.SaveComponentAsync(id, part, said, cancel);
        return await Get(id.ToString(), cancel);
    }

    private async Task<UnitAnswer> Void(Guid id, VoidToSave said, CancellationToken cancel)
    {
        await save.VoidAsync(id, said, cancel);
        return await Get(id.ToString(), cancel);
    }

    /// <summary>The domain names a date by its own name; in JSON it stands under <c>dates</c>.</summary>
    private static async Task<T> AtDatesAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (FieldErrorsException e)
        {
            throw new FieldErrorsException([.. e.Errors.Select(x => x.Code is "date.before" or "date.in-future" ? x with { Field = $"dates.{x.Field}" } : x)]);
        }
    }
}
