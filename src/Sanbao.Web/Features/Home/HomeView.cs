using System.Collections.Immutable;
using Sanbao.Web.Features.Due;

namespace Sanbao.Web.Features.Home;

/// <summary>The nearest deadlines, and whose they are.</summary>
public readonly record struct HomeDue(DueScope Whose, ImmutableArray<DueItem> Items);

/// <summary>What the start page of one person shows.</summary>
public sealed record HomeView
{
    public required ImmutableArray<HomePart> Parts { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required ImmutableArray<HomeFigure> Figures { get; init; }
    public required HomeDue Due { get; init; }
    public required HomeVisits? MyVisits { get; init; }
    public required HomeVisits? Visits { get; init; }
    public required ImmutableDictionary<HomePart, ImmutableArray<HomeRequest>> Requests { get; init; }
    public required ImmutableArray<PromiseKept> Kept { get; init; }
    /// <summary>Nothing was taken in yet: what can be done here is told, beside the menu.</summary>
    public required bool FirstDay { get; init; }
}
