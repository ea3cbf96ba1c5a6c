using System.Collections.Immutable;
using Sanbao.Data;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Customers.Merging;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Customers;

/// <summary>Customers for programs.</summary>
internal static class CustomerApi
{
    private const string Place = "/api/v1/customers";
    private const string Example = """{"name":"苏州轨道交通","phone":"0512-65880000","vip":"a","member":false,"sector":"metro","remark":""}""";

    public static void Map(RouteGroupBuilder api)
    {
        var customers = api.MapGroup("/customers").RequirePermission(Permission.ReadEquipment).WithTags("customers");
        customers.MapGet("", List).WithSummary("List customers");
        customers.MapGet("/{id:guid}", Get).WithSummary("One customer with contacts and sites");
        customers.MapPost("", Post).RequirePermission(Permission.EditEquipment)
            .Takes<CustomerToSave>(Example).Produces<CustomerAnswer>(201).WithSummary("Create a customer");
        customers.MapPut("/{id:guid}", Put).RequirePermission(Permission.EditEquipment)
            .Takes<CustomerToSave>().Produces<CustomerAnswer>().WithSummary("Change a customer; version is the one that was looked at");
        MergeRoutes.MapApi(customers);
    }

    internal sealed record CustomerLineAnswer(
        Guid Id, string Name, string Phone, VipClass? Vip, bool Member, string? Sector, string? RegionCode, string? DedicatedEngineer,
            int Units, int OpenRequests);

    private static async Task<ListAnswer<CustomerLineAnswer>> List(string? q, string? after, ServiceDb db, Actor actor,
        CancellationToken cancel) =>
        ListAnswer.Of(await CustomerQueries.FindAsync(db, q, new(ListCursor.Parse(after)), actor, cancel), c => new CustomerLineAnswer(
            c.Id, c.Name, MaskedPhone.For(actor, c.Phone), c.Vip, c.Member, c.Sector, c.RegionCode, c.DedicatedEngineer, c.Units,
                c.OpenRequests));

    private static async Task<CustomerAnswer> Get(Guid id, ServiceDb db, Actor actor, CancellationToken cancel) =>
        CustomerAnswer.Of(await CustomerQueries.GetAsync(db, id, actor, cancel));

    private static Task<IResult> Post(PostedBody<CustomerToSave> body, HttpContext http, Once once, SaveCustomer save,
        CancellationToken cancel) =>
        once.MakeAsync(http, body.Bytes, Place, () => save.NewAsync(body.Value, cancel), CustomerAnswer.Of);

    private static Task<IResult> Put(Guid id, PostedBody<CustomerToSave> body, HttpContext http, Once once, SaveCustomer save,
        CancellationToken cancel) =>
        once.ChangeAsync(http, body.Bytes, () => save.ChangeAsync(id, body.Value, cancel), CustomerAnswer.Of);
}

internal sealed record CustomerAnswer(
    Guid Id, long Version, string Name, string Phone, VipClass? Vip, bool Member, string? Sector, string Remark, Guid? SalespersonId,
    Guid? DedicatedEngineerId, string? DedicatedEngineer, Guid? DealerId, Guid? MergedIntoId,
        ImmutableArray<CustomerAnswer.ContactAnswer> Contacts, ImmutableArray<CustomerAnswer.SiteAnswer> Sites)
{
    internal sealed record ContactAnswer(Guid Id, string Name, string Phone, string Email, string Position);

    internal sealed record SiteAnswer(Guid Id, string Name, string? RegionCode, string Address);

    public static CustomerAnswer Of(Customer c) => new(
        c.Id, c.Version, c.Name, c.Phone, c.Vip, c.Member, c.Sector, c.Remark, c.SalespersonId, c.DedicatedEngineerId, c.DedicatedEngineer,
            c.DealerId, c.MergedIntoId,
        [.. c.Contacts.Select(x => new ContactAnswer(x.Id, x.Name, x.Phone, x.Email, x.Position))],
        [.. c.Sites.Select(x => new SiteAnswer(x.Id, x.Name, x.RegionCode, x.Address))]);
}
