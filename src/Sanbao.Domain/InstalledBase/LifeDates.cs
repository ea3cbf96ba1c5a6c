using System.Collections.Frozen;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.InstalledBase;

/// <summary>
/// Which dates of one unit cannot be true together. Only what is physically impossible is refused: nothing happens to a unit before
/// it left the factory or in the future; a sale or an invoice may well come before it is built.
/// </summary>
public static class LifeDates
{
    /// <summary>The dates' names at a unit, as the interface writes them.</summary>
    public static FrozenSet<string> Fields { get; } = new[]
    {
        "exFactory", "shipped", "delivered", "sold", "invoiced", "received", "commissioned", "accepted", "pickedUp", "replaced",
            "exchanged", "paidRepair",
    }.ToFrozenSet();

    /// <summary>Notes a field error for each contradiction, at the later date's field.</summary>
    public static void Check(UnitDates dates, DateOnly today, FieldErrors errors)
    {
        CheckDays(dates, errors);
        foreach (var (field, day) in All(dates)) errors.When(day > today, field, "date.in-future", today);
        foreach (var (field, day) in Handled(dates)) NotBefore(errors, field, day, "exFactory", dates.ExFactory);
        NotBefore(errors, "delivered", dates.Delivered, "shipped", dates.Shipped);
        NotBefore(errors, "received", dates.Received, "shipped", dates.Shipped);
        NotBefore(errors, "commissioned", dates.Commissioned, "shipped", dates.Shipped);
        NotBefore(errors, "commissioned", dates.Commissioned, "delivered", dates.Delivered);
        NotBefore(errors, "accepted", dates.Accepted, "delivered", dates.Delivered);
        NotBefore(errors, "accepted", dates.Accepted, "commissioned", dates.Commissioned);
    }

    /// <summary>Notes a field error for each day that is no date (<see cref="NoDate"/>).</summary>
    /// <param name="under">What the interface puts before the fields' names; empty: nothing.</param>
    public static void CheckDays(UnitDates dates, FieldErrors errors, string under = "")
    {
        foreach (var (field, day) in All(dates)) errors.Day(day, under + field);
    }

    /// <summary>
    /// A fault may well come before the period begins (goods in store), but not before everything that is known of the unit: then the day
    /// of the fault or the dates of the unit are wrong.
    /// </summary>
    /// <param name="supplied">When its maker supplied it; known or not, alone it says nothing.</param>
    /// <param name="field">Where the day of the fault was said.</param>
    public static void CheckFault(UnitDates dates, DateOnly? supplied, DateOnly? occurred, string field, FieldErrors errors)
    {
        if (!All(dates).Any()) return;
        var first = All(dates).Min(d => d.Day);
        errors.When(occurred < first && !(supplied <= occurred), field, "date.before-unit", first);
    }

    /// <summary>Every known date by its field's name, in the order of a unit's life.</summary>
    public static IEnumerable<(string Field, DateOnly Day)> All(UnitDates dates) =>
        Handled(dates).Concat(Known([("exFactory", dates.ExFactory), ("sold", dates.Sold), ("invoiced", dates.Invoiced)]));

    private static IEnumerable<(string Field, DateOnly Day)> Handled(UnitDates dates) => Known(
    [
        ("shipped", dates.Shipped), ("delivered", dates.Delivered), ("received", dates.Received), ("pickedUp", dates.PickedUp),
        ("commissioned", dates.Commissioned), ("accepted", dates.Accepted), ("replaced", dates.Replaced),
        ("exchanged", dates.Exchanged), ("paidRepair", dates.PaidRepair),
    ]);

    private static IEnumerable<(string Field, DateOnly Day)> Known(IEnumerable<(string Field, DateOnly? Day)> dates) =>
        dates.Where(d => d.Day is not null).Select(d => (d.Field, d.Day.GetValueOrDefault()));

    private static void NotBefore(FieldErrors errors, string field, DateOnly? day, string earlier, DateOnly? than) =>
        errors.When(day < than, field, "date.before", than ?? default, new Word("field." + earlier));
}
