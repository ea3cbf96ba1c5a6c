using Sanbao.Data;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Units for programs.</summary>
internal sealed class UnitApi(ServiceDb db, GoverningCharters charters, SaveUnit save, Once once, Actor actor, Words words,
    TimeProvider time)
{
    private const string Place = "/api/v1/equipment";
    private const string Example = """
        {"serial":"YE3-2024-000123","product":"YE3-160M","dates":{"exFactory":"2024-01-10","commissioned":"2024-03-01"},
         "evidence":["commissioning"],"price":2000.00,"components":[{"name":"轴承","class":"electrical","source":"own"}]}
        """;

    public static void Map(RouteGroupBuilder api)
    {
        var units = api.MapGroup("/equipment").RequirePermission(Permission.ReadEquipment).WithTags("equipment");
        units.MapGet("", (string? q, Guid? customer, string? after, UnitApi a, CancellationToken cancel) =>
            a.List(q, customer, after, cancel)).WithSummary("List units");
        units.MapGet("/{key}", (string key, ServiceDb db, UnitApi a, CancellationToken cancel) => a.Get(db, key, cancel))
            .WithSummary("One unit by id or serial number, judged today");
        units.MapPost("", (PostedBody<UnitToSave> body, HttpContext http, UnitApi a) => a.Post(http, body))
            .RequirePermission(Permission.EditEquipment).Takes<UnitToSave>(Example).Produces<UnitAnswer>(201).WithSummary("Create a unit");
        units.MapPut("/{key}", (string key, PostedBody<UnitToSave> body, HttpContext http, UnitApi a) => a.Put(key, http, body))
            .RequirePermission(Permission.EditEquipment).Takes<UnitToSave>().Produces<UnitAnswer>()
                .WithSummary("Change a unit; version is the one that was looked at");
        units
            .MapPost("/{key}/missing", (string key, PostedBody<MissingFacts> body, HttpContext http, UnitApi a) => a.Learn(key, http, body))
            .RequirePermission(Permission.EditEquipment).Takes<MissingFacts>().Produces<UnitAnswer>()
            .WithSummary("Enter dates, proofs and readings that were not known; requests that were not determined are judged again");
        units.MapPost("/{key}/components", (string key, PostedBody<ComponentToSave> body, HttpContext http, UnitApi a) =>
            a.Component(key, null, http, body))
            .RequirePermission(Permission.EditEquipment).Takes<ComponentToSave>().Produces<UnitAnswer>().WithSummary("Add a component");
        units.MapPut("/{key}/components/{part:guid}",
            (string key, Guid part, PostedBody<ComponentToSave> body, HttpContext http, UnitApi a) => a.Component(key, part, http, body))
            .RequirePermission(Permission.EditEquipment).Takes<ComponentToSave>().Produces<UnitAnswer>().WithSummary("Change a component");
        units.MapPut("/{key}/void", (string key, PostedBody<VoidToSave> body, HttpContext http, UnitApi a) => a.Void(key, http, body))
            .RequirePermission(Permission.EditEquipment).Takes<VoidToSave>().Produces<UnitAnswer>()
                .WithSummary("Declare the warranty void from a day on; without a day valid again");
    }

    private DateOnly Today => words.LocalDate(time.Now());

    internal sealed record UnitLineAnswer(
        Guid Id, string Serial, string Model, Guid? CustomerId, string? Customer, string? RegionCode, bool Covered, bool Undetermined,
        DateOnly? LastDay, int OpenRequests);

    private async Task<ListAnswer<UnitLineAnswer>> List(string? q, Guid? customer, string? after, CancellationToken cancel) =>
        ListAnswer.Of(
        await UnitQueries.FindAsync(db, charters, new(q, customer), new(ListCursor.Parse(after)), actor, Today, cancel),
        r => new UnitLineAnswer(
            r.Unit.Id, r.Unit.Serial, r.Unit.Product!.Model, r.Unit.CustomerId, r.Unit.Customer?.Name, r.RegionCode, r.Decision.Covered,
            r.Decision.Undetermined, r.Decision.LastDay, r.OpenRequests));

    private async Task<UnitAnswer> Get(ServiceDb from, string key, CancellationToken cancel)
    {
        var view = await UnitView.LoadAsync(from, charters, key, actor, Today, cancel);
        return UnitAnswer.Of(view.Unit) with
        {
            Entitlement = DecisionAnswer.Of(view.Whole),
            Parent = view.Parent,
            Children = [.. view.Children],
            Requests = [.. view.Requests.Take(UnitView.Most)
                .Select(r => new UnitAnswer.RequestAnswer(r.Id, r.Number, r.Category, r.Status, r.ReportedAt))],
        };
    }

    private Task<IResult> Post(HttpContext http, PostedBody<UnitToSave> body) => AtDatesAsync(() =>
        once.MakeAsync(http, body.Bytes, Place, () => save.NewAsync(body.Value, http.RequestAborted), UnitAnswer.Of));

    private Task<IResult> Put(string key, HttpContext http, PostedBody<UnitToSave> body) =>
        AtDatesAsync(() => Change(key, http, body, id => save.ChangeAsync(id, body.Value, http.RequestAborted)));

    private Task<IResult> Learn(string key, HttpContext http, PostedBody<MissingFacts> body) =>
        AtDatesAsync(() => Change(key, http, body, id => Task.FromResult(save.Learn(id, body.Value))));

    private Task<IResult> Void(string key, HttpContext http, PostedBody<VoidToSave> body) =>
        Change(key, http, body, id => Task.FromResult(save.Void(id, body.Value)));

    private Task<IResult> Component(string key, Guid? part, HttpContext http, PostedBody<ComponentToSave> body) =>
        Change(key, http, body, id => Task.FromResult(save.Component(id, part, body.Value)));

    private async Task<IResult> Change<T>(string key, HttpContext http, PostedBody<T> body,
        Func<Guid, Task<Func<ServiceDb, Task<Equipment>>>> prepare)
        where T : class
    {
        var id = await UnitView.IdAsync(db, key, actor, http.RequestAborted);
        return await once.ChangeAsync(
            http, body.Bytes, () => prepare(id), async (store, unit) => await Get(store, unit.Id.ToString(), http.RequestAborted));
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
            throw new FieldErrorsException(
                [.. e.Errors.Select(x => LifeDates.Fields.Contains(x.Field) ? x with { Field = $"dates.{x.Field}" } : x)]);
        }
    }
}
