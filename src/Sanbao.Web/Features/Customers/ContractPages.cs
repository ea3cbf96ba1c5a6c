using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Papers;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Customers;

/// <summary>Contracts: view and short edit, for people and programs.</summary>
internal static class ContractPages
{
    private const string Place = "/api/v1/contracts";

    public static void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/contracts").RequirePermission(Permission.ReadEquipment);
        var api = routes.Api.MapGroup("/contracts").RequirePermission(Permission.ReadEquipment).WithTags("contracts");
        MapPages(pages);
        MapApi(api);
        Papers.Map(pages, api);
    }

    private static void MapPages(RouteGroupBuilder pages)
    {
        pages.MapGet("/{id:guid}", (Guid id, ContractShown shown, CancellationToken cancel) => shown.PageAsync(id, cancel));
        pages.MapGet(
            "/new", (Guid customer, ServiceDb db, Actor actor, CharterBook charters, TimeProvider time, Words words,
            CancellationToken cancel) =>
            Form(null, customer, db, actor, charters, time, words, cancel)).RequirePermission(Permission.EditEquipment);
        pages.MapPost("/new", Create).RequirePermission(Permission.EditEquipment);
        pages.MapGet(
            "/{id:guid}/edit", (Guid id, ServiceDb db, Actor actor, CharterBook charters, TimeProvider time, Words words,
            CancellationToken cancel) =>
            Form(id, Guid.Empty, db, actor, charters, time, words, cancel)).RequirePermission(Permission.EditEquipment);
        pages.MapPost("/{id:guid}/edit", Change).RequirePermission(Permission.EditEquipment);
    }

    private static void MapApi(RouteGroupBuilder contracts)
    {
        contracts.MapGet("/{id:guid}", Get).WithSummary("One contract");
        contracts.MapPost("", Post).RequirePermission(Permission.EditEquipment)
            .Takes<ContractToSave>().Produces<ContractAnswer>(201).WithSummary("Create a contract");
        contracts.MapPut("/{id:guid}", Put).RequirePermission(Permission.EditEquipment)
            .Takes<ContractToSave>().Produces<ContractAnswer>().WithSummary("Change a contract; version is the one that was looked at");
    }

    /// <summary>Its papers (B6).</summary>
    private static PaperRoutes<Contract> Papers { get; } = new()
    {
        Edits = Permission.EditEquipment, Removable = true,
        Named = (all, key) => Guid.TryParse(key, out var id) ? all.Where(c => c.Id == id) : all.Where(c => false),
        PageOf = key => $"/contracts/{key}",
        Again = (http, key) => http.RequestServices.GetRequiredService<ContractShown>().PageAsync(Guid.Parse(key), http.RequestAborted),
    };

    private static async Task<IResult> Form(
        Guid? id, Guid customer, ServiceDb db, Actor actor, CharterBook charters, TimeProvider time, Words words, CancellationToken cancel)
    {
        var contract = id is { } known ? await new ContractShown(db, actor).FindAsync(known, cancel) : null;
        var of = contract?.Customer ?? await CustomerQueries.GetAsync(db, customer, actor, cancel);
        return View.Of<ContractFormPage>(new { Of = contract, Customer = of, Charters = charters.Choosable(words.LocalDate(time.Now())) });
    }

    private static Task<IResult> Create(
        Guid customer, HttpContext http, SaveContract save, Writer writer, ServiceDb db, Actor actor, CharterBook charters,
            TimeProvider time, Words words, CancellationToken cancel) => PostForm.Handle(
        http, form => form.Read<ContractToSave>(words.Zone) with { CustomerId = customer },
        async said =>
        {
            var contract = await writer.RunAsync(await save.NewAsync(said, cancel), cancel);
            return Done.To($"/contracts/{contract.Id}", "contract.saved", contract.Number);
        },
        () => Form(null, customer, db, actor, charters, time, words, cancel));

    private static Task<IResult> Change(
        Guid id, HttpContext http, SaveContract save, Writer writer, ServiceDb db, Actor actor, CharterBook charters, TimeProvider time,
            Words words, CancellationToken cancel) => PostForm.Handle(
        http, form => form.Read<ContractToSave>(words.Zone),
        async said =>
        {
            var contract = await writer.RunAsync(save.Change(id, said), cancel);
            return Done.To($"/contracts/{id}", "contract.saved", contract.Number);
        },
        () => Form(id, Guid.Empty, db, actor, charters, time, words, cancel));

    private static async Task<ContractAnswer> Get(Guid id, ContractShown shown, CancellationToken cancel)
    {
        var contract = await shown.FindAsync(id, cancel);
        return ContractAnswer.Of(contract, await shown.PapersAsync(id, cancel));
    }

    private static Task<IResult> Post(PostedBody<ContractToSave> body, HttpContext http, Once once, SaveContract save,
        CancellationToken cancel) =>
        once.MakeAsync(http, body.Bytes, Place, () => save.NewAsync(body.Value, cancel), contract => ContractAnswer.Of(contract, []));

    private static Task<IResult> Put(Guid id, PostedBody<ContractToSave> body, HttpContext http, Once once, SaveContract save) =>
        once.ChangeAsync(http, body.Bytes, () => Task.FromResult(save.Change(id, body.Value)),
            async (db, contract) => ContractAnswer.Of(contract, await db.PapersOf(id).AsNoTracking().ToListAsync()));
}

/// <summary>A contract as it stands, in the words in which it is said.</summary>
internal sealed record ContractAnswer : ContractDetails
{
    private ContractAnswer(Contract contract) : base(contract.Details) { }

    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required Guid CustomerId { get; init; }
    public required ImmutableArray<PaperAnswer> Attachments { get; init; }

    public static ContractAnswer Of(Contract contract, IEnumerable<Paper> papers) => new(contract)
    {
        Id = contract.Id, Version = contract.Version, CustomerId = contract.CustomerId, Attachments = [.. papers.Select(PaperAnswer.Of)],
    };
}
