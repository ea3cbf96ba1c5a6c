using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>What a file says of a unit beyond its list, so that another company's books can take it in.</summary>
internal static class UnitFiles
{
    /// <summary>Every date of a unit's life, by the field of its form.</summary>
    public static ImmutableArray<(string Name, Func<UnitDates, DateOnly?> Of)> Dates { get; } =
    [
        ("ex-factory", d => d.ExFactory), ("shipped", d => d.Shipped), ("delivered", d => d.Delivered), ("sold", d => d.Sold),
        ("invoiced", d => d.Invoiced), ("received", d => d.Received), ("commissioned", d => d.Commissioned),
        ("accepted", d => d.Accepted), ("picked-up", d => d.PickedUp), ("replaced", d => d.Replaced), ("exchanged", d => d.Exchanged),
        ("paid-repair", d => d.PaidRepair),
    ];

    public static string Evidence(Equipment unit, Words words) =>
        string.Join(words.Chinese ? "、" : "; ", unit.Evidence.Select(kind => words.Say(new Word($"evidence.{kind}", kind))));
}
