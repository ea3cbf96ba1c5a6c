using Sanbao.Domain.Kernel;

namespace Sanbao.Web.Tests.Structure;

public class DomainTests
{
    private const string Root = "Sanbao.Domain";
    private const string PlantedRoot = "Sanbao.Web.Tests.Structure.Planted.Domain";
    private static readonly CompiledCode Domain = CompiledCode.Of(typeof(Actor).Assembly);
    private static readonly CompiledCode Planted = CompiledCode.Of(typeof(DomainTests).Assembly);

    [Fact]
    public void A_module_knows_only_those_on_lower_steps() => Steps.OfModules(Root).Violations(Domain).ShouldBeEmpty();

    [Fact]
    public void Domain_touches_neither_clock_nor_world_nor_changeable_state() => Purity.Violations(Domain, Root).ShouldBeEmpty();

    [Fact]
    public void Domain_knows_only_the_base_library() => BeyondTheBase(Domain).ShouldBeEmpty();

    [Theory]
    [InlineData("CarriesAModuleAbove", "Requests.Folder")]
    [InlineData("CallsAModuleAbove", "Requests.Folder.Open")]
    [InlineData("NamesAModuleAboveInAnAttribute", "Requests.Folder")]
    [InlineData("HoldsManyOfAModuleAbove", "Requests.Folder")]
    public void A_planted_step_upwards_is_found(string user, string used) =>
        Steps.OfModules(PlantedRoot).Violations(Planted)
            .ShouldContain(v => v.Contains($"Kernel.{user} uses") && v.EndsWith(used, StringComparison.Ordinal));

    [Fact]
    public void A_planted_look_at_a_neighbour_is_found() =>
        Steps.OfModules(PlantedRoot).Violations(Planted)
            .ShouldContain(v => v.Contains("Promises.LooksAside uses") && v.EndsWith("Entitlement.Verdict", StringComparison.Ordinal));

    [Fact]
    public void A_planted_module_without_a_step_is_found() =>
        Steps.OfModules(PlantedRoot).Violations(Planted).ShouldContain($"{PlantedRoot}.Loose has no step");

    [Fact]
    public void A_step_downwards_is_allowed() =>
        Steps.OfModules(PlantedRoot).Violations(Planted).ShouldNotContain(v => v.Contains("Requests.Folder uses"));

    [Theory]
    [InlineData("System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.Guid.NewGuid")]
    [InlineData("makes a key from the clock")]
    [InlineData("System.Environment.get_MachineName")]
    [InlineData("System.Text.Json.Serialization.JsonIgnoreAttribute")]
    [InlineData("System.ComponentModel.DataAnnotations.RequiredAttribute")]
    [InlineData("System.Threading.Tasks.Task")]
    [InlineData("System.IO.File.ReadAllText")]
    [InlineData("::_count can change")]
    [InlineData("::<Latest>k__BackingField can change")]
    public void A_planted_impurity_is_found(string what) =>
        Purity.Violations(Planted, PlantedRoot + ".Kernel").ShouldContain(v => v.EndsWith(what, StringComparison.Ordinal));

    [Fact]
    public void Lambdas_and_iterators_are_no_impurity() => Purity.Violations(Planted, PlantedRoot + ".Requests").ShouldBeEmpty();

    [Fact]
    public void A_planted_package_is_found() => BeyondTheBase(Planted).ShouldContain("Shouldly");

    private static IEnumerable<string> BeyondTheBase(CompiledCode code) =>
        code.References.Where(name => !name.StartsWith("System.", StringComparison.Ordinal));
}
