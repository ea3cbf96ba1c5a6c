using System.Collections.Frozen;
using System.Collections.Immutable;
using static Sanbao.Domain.Kernel.Permission;

namespace Sanbao.Domain.Kernel;

/// <summary>The roles of the systems (glossary) and what each may do.</summary>
public static class Roles
{
    public const string Dealer = "dealer";
    public const string Customer = "customer";
    public const string Administrator = "administrator";

    private static readonly ImmutableHashSet<Permission> Reads = [ReadRequests, ReadEquipment, ReadCharters];
    private static readonly ImmutableHashSet<Permission> Works = [.. Reads, WorkRequests];
    private static readonly ImmutableHashSet<Permission> Serves = [.. Works, CloseRequests, EditEquipment];
    private static readonly ImmutableHashSet<Permission> Leads = [.. Serves, AssignRequests, EditCharters, ImportData, ExportData];

    private static readonly FrozenDictionary<string, ImmutableHashSet<Permission>> All =
        new Dictionary<string, ImmutableHashSet<Permission>>
        {
            ["liaison"] = [.. Serves, AssignRequests],
            ["parts-administrator"] = Works,
            ["exchange-administrator"] = Works,
            ["engineer"] = Works,
            ["product-engineer"] = Works,
            ["service-manager"] = Leads,
            ["dispatcher"] = [.. Serves, AssignRequests],
            ["department-head"] = Leads,
            ["quality"] = [.. Works, EditEquipment],
            ["inspector"] = Reads,
            ["workshop"] = Reads,
            ["storekeeper"] = Reads,
            ["purchasing"] = Reads,
            ["order-follower"] = Reads,
            ["sales"] = [.. Works, EditEquipment],
            ["marketing-manager"] = [.. Reads, ExportData],
            ["business-department"] = Serves,
            ["finance"] = [.. Reads, ExportData],
            ["production-vice-president"] = [.. Reads, AssignRequests],
            ["general-manager"] = [.. Leads],
            [Dealer] = [ReadRequests, WorkRequests, ReadEquipment, ReadCharters],
            [Customer] = [ReadRequests, ReadEquipment],
            ["auditor"] = [.. Reads, ExportData],
            [Administrator] = [.. Enum.GetValues<Permission>()],
        }.ToFrozenDictionary();

    /// <summary>Every role's code, in the glossary's order of codes.</summary>
    public static ImmutableArray<string> Codes { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whose they are belongs to the company: no role of a dealer or customer is among them.</summary>
    public static bool AreOfCompany(IEnumerable<string> roles) => !roles.Any(r => r is Dealer or Customer);

    public static bool Exists(string role) => All.ContainsKey(role);

    /// <summary>At least one role, and each is one of <see cref="Codes"/>; whoever does not know them is told all.</summary>
    public static void KnownRoles(this FieldErrors errors, ImmutableArray<string> roles, string field)
    {
        errors.When(roles.Length == 0, field, "user.no-role");
        foreach (var role in roles) errors.When(!Exists(role), field, "role.unknown", role, new NameList(Codes));
    }

    /// <summary>Everything that any of the roles may do; an unknown role adds nothing.</summary>
    public static ImmutableHashSet<Permission> PermissionsOf(IReadOnlyList<string> roles) =>
        roles is [var one] && All.TryGetValue(one, out var its) ? its : [.. roles.SelectMany(r => All.GetValueOrDefault(r) ?? [])];
}
