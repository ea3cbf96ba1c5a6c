using System.Collections.Immutable;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Products for people and programs.</summary>
internal static class ProductRoutes
{
    private const string Place = "/api/v1/products";
    private const string Example = """{"line":"pump","model":"YE3-160M","name":"三相异步电动机","source":"own"}""";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("", async (HttpContext http, ProductList list) => View.Of<ProductListPage>(new { List = await list.ShowAsync(http) }));
        pages.MapGet("/export", (HttpContext http, ProductList list) => list.SendAsync(http));
        pages.MapGet("/new", New).RequirePermission(Permission.EditEquipment);
        pages.MapPost("/new", Create).RequirePermission(Permission.EditEquipment);
        pages.MapGet("/{id:guid}", Show);
        pages.MapPost("/{id:guid}/bill", ChangeBill).RequirePermission(Permission.EditEquipment);
        pages.MapPost("/{id:guid}", Change).RequirePermission(Permission.EditEquipment);
    }

    public static void MapApi(RouteGroupBuilder api)
    {
        var products = api.MapGroup("/products").RequirePermission(Permission.ReadEquipment).WithTags("products");
        products.MapGet("", ApiList).WithSummary("List products");
        products.MapGet("/{id:guid}", Get).WithSummary("One product");
        products.MapPost("", Post).RequirePermission(Permission.EditEquipment).Takes<ProductToSave>(Example).Produces<ProductAnswer>(201)
            .WithSummary("Create a product");
        products.MapPut("/{id:guid}", Put).RequirePermission(Permission.EditEquipment).Takes<ProductToSave>().Produces<ProductAnswer>()
            .WithSummary("Change a product; version is the one that was looked at");
        products.MapPut("/{id:guid}/bill", PutBill).RequirePermission(Permission.EditEquipment).Takes<BillToSave>()
            .Produces<ProductAnswer>()
            .WithSummary("Put another bill of serviceable components in the place of the product's; units that exist keep theirs");
    }

    private static async Task<IResult> New(ServiceDb db, CharterShelf shelf, CancellationToken cancel) =>
        View.Of<ProductPage>(new { Lines = await ProductLines.KnownAsync(db, shelf, cancel) });

    private static async Task<IResult> Show(
        Guid id, ServiceDb db, GoverningCharters charters, CharterShelf shelf, TimeProvider time, Words words, Actor actor,
        CancellationToken cancel)
    {
        var product = await ProductQueries.GetAsync(db, id, actor, cancel);
        var (charter, _) =
            await charters.OnAsync(CharterSubjects.Of(null, null, product, null, null, null), null, words.LocalDate(time.Now()), cancel);
        return View.Of<ProductPage>(new { Of = product, Charter = charter, Lines = await ProductLines.KnownAsync(db, shelf, cancel) });
    }

    private static Task<IResult> Create(HttpContext http, SaveProduct save, Writer writer, ServiceDb db, CharterShelf shelf,
        CancellationToken cancel) => PostForm.Handle(
        http, ProductToSave.Read,
        async said =>
        {
            await writer.RunAsync(save.New(said), cancel);
            return Done.To("/products", "product.saved", said.Model!);
        },
        () => New(db, shelf, cancel));

    private static Task<IResult> Change(
        Guid id, HttpContext http, SaveProduct save, Writer writer, ServiceDb db, GoverningCharters charters, CharterShelf shelf,
            TimeProvider time, Words words, Actor actor,
        CancellationToken cancel) => PostForm.Handle(
        http, ProductToSave.Read,
        async said =>
        {
            await writer.RunAsync(save.Change(id, said), cancel);
            return Done.To("/products", "product.saved", said.Model!);
        },
        () => Show(id, db, charters, shelf, time, words, actor, cancel));

    private static Task<IResult> ChangeBill(
        Guid id, HttpContext http, SaveProduct save, Writer writer, ServiceDb db, GoverningCharters charters, CharterShelf shelf,
            TimeProvider time, Words words, Actor actor,
        CancellationToken cancel) => PostForm.Handle(
        http, BillToSave.Read,
        async said =>
        {
            await writer.RunAsync(save.SetBill(id, said), cancel);
            return Done.To($"/products/{id}", "bill.saved");
        },
        () => Show(id, db, charters, shelf, time, words, actor, cancel));

    internal sealed record ProductLineAnswer(Guid Id, string Line, string Model, string Name, Source Source, int? AgreementMonths,
        int Units);

    private static async Task<ListAnswer<ProductLineAnswer>> ApiList(string? q, string? after, ServiceDb db, Actor actor,
        CancellationToken cancel) => ListAnswer.Of(
        await ProductQueries.FindAsync(db, q, new(ListCursor.Parse(after)), actor, cancel),
        p => new ProductLineAnswer(p.Id, p.Line, p.Model, p.Name, p.Source, p.AgreementMonths, p.Units));

    private static async Task<ProductAnswer> Get(Guid id, ServiceDb db, Actor actor, CancellationToken cancel) =>
        ProductAnswer.Of(await ProductQueries.GetAsync(db, id, actor, cancel));

    private static Task<IResult> Post(PostedBody<ProductToSave> body, HttpContext http, Once once, SaveProduct save) =>
        once.MakeAsync(http, body.Bytes, Place, save.New(body.Value), ProductAnswer.Of);

    private static Task<IResult> Put(Guid id, PostedBody<ProductToSave> body, HttpContext http, Once once, SaveProduct save) =>
        once.ChangeAsync(http, body.Bytes, save.Change(id, body.Value), ProductAnswer.Of);

    private static Task<IResult> PutBill(Guid id, PostedBody<BillToSave> body, HttpContext http, Once once, SaveProduct save) =>
        once.ChangeAsync(http, body.Bytes, save.SetBill(id, body.Value), ProductAnswer.Of);
}

internal sealed record ProductAnswer(
    Guid Id, long Version, string Line, string Model, string Name, Source Source, int? AgreementMonths,
        ImmutableArray<ProductAnswer.BillRowAnswer> Bill)
{
    internal sealed record BillRowAnswer(string Name, string PartModel, int Quantity, string Class, Source? Source, string Supplier);

    public static ProductAnswer Of(Product p) => new(
        p.Id, p.Version, p.Line, p.Model, p.Name, p.Source, p.AgreementMonths,
        [.. p.Bill.OrderBy(r =>
            r.Position).Select(r => new BillRowAnswer(r.Name, r.PartModel, r.Quantity, r.Class, r.Source, r.Supplier))]);
}
