namespace Sanbao.Web.Tests.Structure;

/// <summary>
/// Modules, lowest step first. A module may know those on lower steps; neither its neighbours nor what is above. The page for people is
/// docs/architecture.md.
/// </summary>
internal sealed record Steps(string Root, string[][] Order)
{
    private static readonly string[][] Modules =
    [
        ["Kernel"],
        ["Charters"],
        ["Customers"],
        ["InstalledBase"],
        ["Entitlement", "Promises", "Ledger"],
        ["Requests"],
        ["Service", "Engineers", "Parts", "FollowUps", "Maintenance"],
        ["Outlets", "Settlement"],
        ["Quality", "Knowledge"],
    ];

    public static Steps Of(string root) => new(root, Modules);

    public IEnumerable<string> Violations(CompiledCode code) =>
    [
        .. code.Types(Root).Select(t => t.Namespace).Where(n => n.Length > 0 && StepOf(n) < 0).Distinct().Select(n => $"{n} has no step"),
        .. code.Uses(Root).Where(Climbs).Select(u => u.ToString()),
    ];

    private bool Climbs(Use use) =>
        CompiledCode.Within(use.UsedSpace, Root)
        && ModuleOf(use.UserSpace) != ModuleOf(use.UsedSpace)
        && StepOf(use.UsedSpace) >= StepOf(use.UserSpace);

    private int StepOf(string space) => Array.FindIndex(Order, step => step.Contains(ModuleOf(space)));

    private string ModuleOf(string space) => space.Length <= Root.Length ? "" : space[(Root.Length + 1)..].Split('.')[0];
}
