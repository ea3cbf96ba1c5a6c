using System.Reflection;
using Mono.Cecil;

namespace Sanbao.Web.Tests.Structure;

public class WebTests
{
    private const string Root = "Sanbao.Web.Features";
    private const string PlantedRoot = "Sanbao.Web.Tests.Structure.Planted.Web";
    private static readonly CompiledCode Web = CompiledCode.Of(typeof(Program).Assembly);
    private static readonly CompiledCode Planted = CompiledCode.Of(typeof(WebTests).Assembly);

    private static IEnumerable<TypeDefinition> Product =>
        new[] { "Sanbao.Domain", "Sanbao.Charters", "Sanbao.Data", "Sanbao.Web" }
            .SelectMany(name => CompiledCode.Of(Assembly.Load(name)).Types("Sanbao"));

    [Fact]
    public void A_slice_knows_only_those_on_lower_steps() => Steps.OfSlices(Root).Violations(Web).ShouldBeEmpty();

    [Fact]
    public void What_slices_stand_on_knows_none_of_them() => Undermined(Web, "Sanbao.Web").ShouldBeEmpty();

    [Fact]
    public void Nothing_of_the_process_is_public() => Habits.Exposed(Web.Types("Sanbao.Web")).ShouldBeEmpty();

    [Fact]
    public void No_name_is_empty() => Habits.EmptyNames(Product).ShouldBeEmpty();

    private static readonly Type[] Awaited =
    [
        typeof(Domain.Kernel.INumbered), typeof(Domain.Kernel.IStaged), typeof(Domain.Promises.IPromises),
            typeof(Domain.Approvals.IApproved),
    ];

    /// <summary>But what the store asks of a document before a second kind has it; the list ends as kinds come.</summary>
    [Fact]
    public void No_interface_is_lonely() =>
        Habits.LonelyInterfaces([.. Product]).ShouldBe(Awaited.Select(t => t.FullName!), ignoreOrder: true);

    [Fact]
    public void A_planted_step_upwards_is_found() =>
        Steps.OfSlices(PlantedRoot + ".Features").Violations(Planted).ShouldHaveSingleItem().ShouldContain("InstalledBase.UnitPage uses");

    [Fact]
    public void A_planted_use_of_a_slice_by_the_platform_is_found() =>
        Undermined(Planted, PlantedRoot).ShouldHaveSingleItem().ShouldContain("Platform.Errors.ErrorPage uses");

    [Fact]
    public void Planted_bad_habits_are_found()
    {
        var planted = Planted.Types(PlantedRoot).ToList();
        Habits.EmptyNames(planted).ShouldBe([PlantedRoot + ".Habits.RequestManager", PlantedRoot + ".Habits.UnitDto"], ignoreOrder: true);
        Habits.LonelyInterfaces(planted).ShouldBe([PlantedRoot + ".Habits.IAlone"]);
        Habits.Exposed(planted).ShouldBe([PlantedRoot + ".Habits.SeenByAll"]);
    }

    private static IEnumerable<string> Undermined(CompiledCode code, string root) =>
        new[] { "Platform", "Shell", "Texts" }.SelectMany(below => code.Uses($"{root}.{below}"))
            .Where(use => use.UsedSpace.StartsWith($"{root}.Features.", StringComparison.Ordinal)).Select(use => use.ToString());
}
