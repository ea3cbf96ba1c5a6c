using System.Xml.Linq;

namespace Sanbao.Web.Tests.Structure;

/// <summary>The projects of the solution, which of each other they know, and whether they may have packages.</summary>
internal static class Projects
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Sanbao.Domain"] = [],
        ["Sanbao.Charters"] = ["Sanbao.Domain"],
        ["Sanbao.Data"] = ["Sanbao.Domain"],
        ["Sanbao.Web"] = ["Sanbao.Domain", "Sanbao.Charters", "Sanbao.Data"],
        ["Sanbao.Domain.Tests"] = ["Sanbao.Domain", "Sanbao.Charters"],
        ["Sanbao.Web.Tests"] = ["Sanbao.Domain", "Sanbao.Charters", "Sanbao.Data", "Sanbao.Web"],
        ["Sanbao.Browser.Tests"] = ["Sanbao.Domain", "Sanbao.Charters", "Sanbao.Data", "Sanbao.Web"],
        ["Sanbao.Bench"] = ["Sanbao.Domain", "Sanbao.Charters", "Sanbao.Data", "Sanbao.Web"],
    };

    public static IEnumerable<string> Names => MayKnow.Keys;

    public static IEnumerable<string> Violations(string project, XDocument file)
    {
        if (!MayKnow.TryGetValue(project, out var allowed)) return [$"{project} is not one of the projects of the house"];
        return
        [
            .. Included(file, "ProjectReference").Select(r => r.Split('/', '\\')[^1].Replace(".csproj", ""))
                .Except(allowed).Select(r => $"{project} knows {r}"),
            .. Included(file, "PackageReference").Where(_ => project == "Sanbao.Domain").Select(p => $"Domain has the package {p}"),
            .. file.Descendants("PackageReference").Where(p => p.Attribute("Version") is not null)
                .Select(p => $"{project} says a version by itself: {p.Attribute("Include")?.Value}"),
        ];
    }

    private static IEnumerable<string> Included(XDocument file, string element) =>
        file.Descendants(element).Select(e => e.Attribute("Include")?.Value ?? "");
}
