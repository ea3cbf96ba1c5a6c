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
        ["Papers", "Approvals"],
        ["Charters"],
        ["Customers"],
        ["InstalledBase"],
        ["Entitlement", "Promises", "Ledger"],
        ["Requests"],
        ["Service", "Engineers", "Parts", "FollowUps", "Maintenance"],
        ["Outlets", "Settlement"],
        ["Quality", "Knowledge"],
    ];

    // Slices without a module of their own: what every page needs is below, what gathers from all is above. The pages of the installed
    // base say whether a unit is covered, so they stand above Entitlement, of which no page needs a unit.
    private static readonly string[][] Slices =
    [
        ["Accounts"], ["Settings", "Lists"], ["Documents"],
        .. Modules[..4], Modules[5], Modules[4], .. Modules[6..],
        ["TakingIn"], ["Import", "Demo", "Backup"], ["Due", "Search"], ["Home"],
    ];

    public static Steps OfModules(string root) => new(root, Modules);

    public static Steps OfSlices(string root) => new(root, Slices);

    public IEnumerable<string> Violations(CompiledCode code) =>
    [
        .. code.Types(Root).Select(t => t.Namespace).Where(n => ModuleOf(n).Length > 0 && StepOf(n) < 0).Distinct()
            .Select(n => $"{n} has no step"),
        .. code.Uses(Root).Where(Climbs).Select(u => u.ToString()),
    ];

    // What stands in the root itself is the table of contents: it knows all, and a module may name it.
    private bool Climbs(Use use) =>
        CompiledCode.Within(use.UsedSpace, Root)
        && ModuleOf(use.UserSpace) is { Length: > 0 } user && ModuleOf(use.UsedSpace) is { Length: > 0 } used && user != used
        && StepOf(use.UsedSpace) >= StepOf(use.UserSpace);

    private int StepOf(string space) => Array.FindIndex(Order, step => step.Contains(ModuleOf(space)));

    private string ModuleOf(string space) => space.Length <= Root.Length ? "" : space[(Root.Length + 1)..].Split('.')[0];
}
