using System.Collections.Immutable;

namespace Sanbao.Web.Features.Home;

/// <summary>What can stand on a start page.</summary>
public enum HomePart
{
    /// <summary>One's own visits of today, what is left from before, and what comes.</summary>
    MyVisits,
    /// <summary>Open requests that one has, with a clock or without.</summary>
    MyRequests,
    /// <summary>Customers who wait for an answer.</summary>
    Unanswered,
    /// <summary>What nobody has yet.</summary>
    Unassigned,
    /// <summary>Open requests of the dealer or customer for whom one acts.</summary>
    Open,
    /// <summary>Today's visits of everybody, and how far they are.</summary>
    Visits,
    /// <summary>The nearest deadlines: one's own, for those who lead and have none the company's.</summary>
    Due,
    /// <summary>How the company keeps its word.</summary>
    Kept,
}

/// <summary>Who arrives where: the first thing of a role's day stands first. Somebody with several roles gets the parts of each.</summary>
internal static class HomeParts
{
    private static readonly ImmutableArray<HomePart> Field = [HomePart.MyVisits, HomePart.MyRequests];
    private static readonly ImmutableArray<HomePart> Desk = [HomePart.Unanswered, HomePart.Due, HomePart.Visits];
    private static readonly ImmutableArray<HomePart> Leads = [HomePart.Due, HomePart.Visits, HomePart.Unassigned, HomePart.Kept];
    private static readonly ImmutableArray<HomePart> Looks = [HomePart.Kept];

    private static readonly Dictionary<string, ImmutableArray<HomePart>> OfRole = new()
    {
        ["general-manager"] = [HomePart.Kept, HomePart.Due, HomePart.Visits],
        ["production-vice-president"] = [HomePart.Kept, HomePart.Unassigned],
        ["dispatcher"] = [HomePart.Unassigned, HomePart.Visits, HomePart.Due],
        ["liaison"] = Desk,
        ["business-department"] = Desk,
        ["service-manager"] = Leads,
        ["department-head"] = Leads,
        [Roles.Administrator] = Leads,
    };

    public static ImmutableArray<HomePart> For(Actor actor) => !actor.SeesCompany
        ? actor.May(Permission.WorkRequests) ? [HomePart.Open, HomePart.Due] : [HomePart.Open]
        : [.. actor.Roles.Order(StringComparer.Ordinal).SelectMany(r => OfRole.TryGetValue(r, out var own) ? own : OfOthers(r)).Distinct()];

    /// <summary>Whoever looks at the house from above takes no calls.</summary>
    public static bool TakesCalls(Actor actor) => actor.May(Permission.WorkRequests) && For(actor) is not [HomePart.Kept, ..];

    private static ImmutableArray<HomePart> OfOthers(string role) =>
        Roles.PermissionsOf([role]).Contains(Permission.WorkRequests) ? Field : Looks;
}
