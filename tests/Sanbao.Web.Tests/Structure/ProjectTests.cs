using System.Xml.Linq;

namespace Sanbao.Web.Tests.Structure;

public class ProjectTests
{
    public static TheoryData<string> Files => [.. Paths];

    internal static IEnumerable<string> Paths =>
        from area in new[] { "src", "tests", "bench" }
        from folder in Directory.EnumerateDirectories(Path.Combine(Repository.Root, area))
        from file in Directory.EnumerateFiles(folder, "*.csproj")
        select Path.GetRelativePath(Repository.Root, file);

    [Theory, MemberData(nameof(Files))]
    public void A_project_knows_only_what_it_may(string file) =>
        Projects.Violations(Path.GetFileNameWithoutExtension(file), XDocument.Load(Path.Combine(Repository.Root, file))).ShouldBeEmpty();

    [Fact]
    public void The_solution_holds_every_project_so_that_the_gate_builds_and_tests_it() =>
        XDocument.Load(Path.Combine(Repository.Root, "Sanbao.slnx")).Descendants("Project")
            .Select(p => Path.GetFileNameWithoutExtension(p.Attribute("Path")!.Value))
            .ShouldBe(Projects.Names, ignoreOrder: true);

    [Theory]
    [InlineData("Sanbao.Data", "<ProjectReference Include='../Sanbao.Web/Sanbao.Web.csproj'/>", "Sanbao.Data knows Sanbao.Web")]
    [InlineData("Sanbao.Data", "<ProjectReference Include='..\\Sanbao.Charters\\Sanbao.Charters.csproj'/>",
        "Sanbao.Data knows Sanbao.Charters")]
    [InlineData("Sanbao.Domain", "<PackageReference Include='NodaTime'/>", "Domain has the package NodaTime")]
    [InlineData("Sanbao.Web", "<PackageReference Include='Quartz' Version='1.0'/>", "Sanbao.Web says a version by itself: Quartz")]
    [InlineData("Sanbao.Common", "", "Sanbao.Common is not one of the projects of the house")]
    public void A_planted_violation_is_found(string project, string content, string violation) =>
        Projects.Violations(project, XDocument.Parse($"<Project>{content}</Project>")).ShouldBe([violation]);
}
