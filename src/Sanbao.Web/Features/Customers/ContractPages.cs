using System.Collections.Immutable;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Customers;

/// <summary>Contracts: view and short edit, for people and programs.</summary>
internal static class ContractPages
{
    private const string Place = "/api/v1/contracts";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/{id:guid}", (Guid id, ContractShown shown, CancellationToken cancel) => shown.PageAsync(id, cancel));
        pages.MapGet("/new", (Guid customer, ServiceDb db, Actor actor, CharterBook charters, TimeProvider time, Words words, CancellationToken cancel) =>
            Form(null, customer, db, actor, charters, time, words, cancel)).RequirePermission(Permission.EditEquipment);
        pages.MapPost("/new", Create).RequirePermission(Permission.EditEquipment);
        pages.MapGet("/{id:guid}/edit", (Guid id, ServiceDb db, Actor actor, CharterBook charters, TimeProvider time, Words words, CancellationToken cancel) =>
            Form(id, Guid.Empty, db, actor, charters, time, words, cancel)).RequirePermission(Permission.EditEquipment);
        pages.MapPost("/{id:guid}/edit", Change).RequirePermission(Permission.EditEquipment);
        ContractAnnexes.Map(pages);
    }

    public static void MapApi(RouteGroupBuilder api)
    {
        var contracts = api.MapGroup("/contracts").RequirePermission(Permission.ReadEquipment).WithTags("contracts");
        contracts.MapGet("/{id:guid}", Get).WithSummary("One contract");
        contracts.MapPost("", Post).RequirePermission(Permission.EditEquipment)
            .Takes<ContractToSave>().Produces<ContractAnswer>(201).WithSummary("Create a contract");
        contracts.MapPut("/{id:guid}", Put).RequirePermission(Permission.EditEquipment).Takes<ContractToSave>().Produces<ContractAnswer>().WithSummary("Change a contract; version is the one that was looked at");
        ContractAnnexes.MapApi(contracts);
    }

    private static async Task<IResult> Form(
        Guid? id, Guid customer, ServiceDb db, Actor actor, CharterBook charters, TimeProvider time, Words words, CancellationToken cancel)
    {
        var contract = id is { } known ? await new ContractShown(db, actor).FindAsync(known, cancel) : null;
        var of = contract?.Customer ?? await CustomerQueries.GetAsync(db, customer, actor, cancel);
        return View.Of<ContractFormPage>(new { Of = contract, Customer = of, Charters = charters.Choosable(words.LocalDate(time.Now())) });
    }

    private static Task<IResult> Create(
        Guid customer, HttpContext http, SaveContract save, Writer writer, ServiceDb db, Actor actor, CharterBook charters, TimeProvider time, Words words, CancellationToken cancel) => PostForm.Handle(
        http, form => form.Read<ContractToSave>(words.Zone) with { CustomerId = customer },
        async said =>
        {
            var contract = await writer.RunAsync(await save.NewAsync(said, cancel), cancel);
            return Done.To($"/contracts/{contract.Id}", "contract.saved", contract.Number);
        },
        () => Form(null, customer, db, actor, charters, time, words, cancel));

    private static Task<IResult> Change(
        Guid id, HttpContext http, SaveContract save, Writer writer, ServiceDb db, Actor actor, CharterBook charters, TimeProvider time, Words words, CancellationToken cancel) => PostForm.Handle(
        http, form => form.Read<ContractToSave>(words.Zone),
        async said =>
        {
            var contract = await writer.RunAsync(save.Change(id, said), cancel);
            return Done.To($"/contracts/{id}", "contract.saved", contract.Number);
        },
        () => Form(id, Guid.Empty, db, actor, charters, time, words, cancel));

    private static async Task<ContractAnswer> Get(Guid id, ContractShown shown, CancellationToken cancel) => ContractAnswer.Of(await shown.FindAsync(id, cancel));

    private static Task<IResult> Post(PostedBody<ContractToSave> body, HttpContext http, Once once, SaveContract save, CancellationToken cancel) =>
        once.MakeAsync(http, body.Bytes, Place, () => save.NewAsync(body.Value, cancel), ContractAnswer.Of);

    private static Task<IResult> Put(Guid id, PostedBody<ContractToSave> body, HttpContext http, Once once, SaveContract save) =>
        once.ChangeAsync(http, body.Bytes, save.Change(id, body.Value), ContractAnswer.Of);
}

/// <summary>A contract as it stands, in the words in which it is said.</summary>
internal sealed record ContractAnswer : ContractDetails
{
    private ContractAnswer(Contract contract) : base(contract.Details) { }

    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required Guid CustomerId { get; init; }
    public required ImmutableArray<AnnexAnswer> Annexes { get; init; }

    internal sealed record AnnexAnswer(Guid Id, string Name, string MediaType, long Size, string Author, DateTimeOffset At);

    public static ContractAnswer Of(Contract c) => new(c)
    {
        Id = c.Id, Version = c.Version, CustomerId = c.CustomerId,
        Annexes = [.. c.Annexes.OrderBy(a => a.Id).Select(a => new AnnexAnswer(a.Id, a.Name, a.MediaType, a.Size, a.Author, a.At))],
    };
}
