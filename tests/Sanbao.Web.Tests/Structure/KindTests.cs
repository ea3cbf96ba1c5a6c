using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Data.State;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using Sanbao.Web.Features;
using Sanbao.Web.Features.Backup;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Platform.Hosting;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Structure;

/// <summary>Whoever adds a kind of document forgets none of the places where all kinds stand.</summary>
public sealed class KindTests : IDisposable
{
    private static readonly Type[] Documents =
    [
        .. new[] { typeof(Document).Assembly, typeof(ServiceDb).Assembly }.SelectMany(a => a.GetTypes())
            .Where(t => typeof(Document).IsAssignableFrom(t) && !t.IsAbstract),
    ];

    private readonly ServiceDatabase database = ServiceDatabase.Of(Path.Combine(Path.GetTempPath(), "sanbao-kinds"), null);
    private readonly ServiceDb db;

    public KindTests() => db = database.CreateDbContext();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Every_kind_is_stored_and_proved_under_a_name_of_its_own_that_people_understand()
    {
        var map = new StateMap(db.Model);
        map.Documents.Select(d => d.Table).ShouldBe(Documents.Select(TableOf), ignoreOrder: true);
        var kinds = map.Documents.ConvertAll(map.KindOf);
        kinds.Distinct().Count().ShouldBe(kinds.Count);
        foreach (var kind in kinds) Dictionary.Entries.ShouldContainKey($"document-kind.{kind}");
        foreach (var part in map.Parts.Concat(map.Company)) Dictionary.Entries.ShouldContainKey($"verify.row.{part.Table}");
    }

    [Fact]
    public void Every_table_is_in_a_backup()
    {
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Concat(SearchTables.All(db).Select(t => t.Name));
        StoredTables.InOrder(db).ShouldBe(tables, ignoreOrder: true);
    }

    [Fact]
    public void Every_kind_but_the_company_has_a_page_to_which_board_notices_and_search_lead() =>
        AllFeatures.List.SelectMany(f => f.Places).Select(p => p.Kind)
            .ShouldBe(Documents.Select(DocumentSets.KindOf).Where(kind => kind != "company"), ignoreOrder: true);

    [Fact]
    public void What_is_numbered_or_owes_something_is_seen_by_those_whose_it_is_and_what_is_numbered_is_searched()
    {
        foreach (var type in Documents.Where(t => typeof(INumbered).IsAssignableFrom(t) || typeof(IPromises).IsAssignableFrom(t)))
            typeof(IBelongs).IsAssignableFrom(type).ShouldBeTrue(type.Name);
        foreach (var type in Documents.Where(t => typeof(INumbered).IsAssignableFrom(t)))
            SearchTables.All(db).Select(t => t.Of).ShouldContain(TableOf(type));
    }

    [Fact]
    public void Every_kind_of_the_kit_is_announced_with_its_page()
    {
        var places = AllFeatures.List.SelectMany(f => f.Places).ToDictionary(p => p.Kind);
        var kinds = Announced()
            .Where(s => s.ServiceType.IsGenericType && s.ServiceType.GetGenericTypeDefinition() == typeof(DocumentKind<>)).ToList();
        kinds.ShouldNotBeEmpty();
        foreach (var kind in kinds)
        {
            var document = kind.ServiceType.GetGenericArguments()[0];
            Documents.ShouldContain(document);
            var path = (string)kind.ServiceType.GetProperty(nameof(DocumentKind<>.Path))!.GetValue(kind.ImplementationInstance)!;
            places[DocumentSets.KindOf(document)].Of("X-1", Guid.Empty).ShouldStartWith(path + "/");
        }
    }

    /// <summary>Where all kinds are treated alike: one more kind changes nothing here.</summary>
    private static readonly string[] Kit =
    [
        "Sanbao.Data.Writing", "Sanbao.Data.Journal", "Sanbao.Data.State", "Sanbao.Web.Features.Documents", "Sanbao.Web.Features.Backup",
        "Sanbao.Web.Features.Due", "Sanbao.Web.Shell.Documents", "Sanbao.Domain.Kernel", "Sanbao.Domain.Papers",
    ];

    /// <summary>The same, beside files that do know one.</summary>
    private static readonly string[] KitFiles =
    [
        "DeadlineClaims", "DeadlineTracking", "DocumentSets", "HeadRow", "HeadTracking", "Notice", "NoticeTracking", "PaperTracking",
        "ApprovalTracking", "SearchTables", "SearchWords",
    ];

    [Fact]
    public void What_holds_for_every_kind_names_none() => Named(
        new[] { typeof(Document), typeof(ServiceDb), typeof(AllFeatures) }.Select(t => CompiledCode.Of(t.Assembly)),
        use => Kit.Any(kit => CompiledCode.Within(use.UserSpace, kit))
            || KitFiles.Contains(use.User) && use.UserSpace is "Sanbao.Data" or "Sanbao.Data.Search").ShouldBeEmpty();

    [Fact]
    public void A_planted_kind_in_the_kit_is_found() => Named(
        [CompiledCode.Of(typeof(KindTests).Assembly)], use => CompiledCode.Within(use.UserSpace, "Sanbao.Web.Tests.Structure.Planted.Kit"))
        .ShouldHaveSingleItem().ShouldContain("Words uses Sanbao.Domain.Requests.ServiceRequest");

    /// <summary>The company is the one document that there is without a kind of its own.</summary>
    private static IEnumerable<string> Named(IEnumerable<CompiledCode> code, Func<Use, bool> kit)
    {
        var kinds = Documents.Where(t => DocumentSets.KindOf(t) is not "company").Select(t => t.FullName).ToHashSet();
        return code.SelectMany(c => c.Uses("Sanbao")).Where(use => kit(use) && kinds.Contains($"{use.UsedSpace}.{use.Used}"))
            .Select(use => (use with { Member = null }).ToString()).Distinct();
    }

    private static ServiceCollection Announced()
    {
        var services = new ServiceCollection();
        foreach (var feature in AllFeatures.List) feature.Add(services, new SiteOptions { DataFolder = Path.GetTempPath() });
        return services;
    }

    private string TableOf(Type type) => db.Model.FindEntityType(type)?.GetTableName() ?? $"{type.Name} is not stored";
}
