using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.InstalledBase;

/// <summary>
/// Which dates of one unit cannot be true together. Only what is physically impossible is refused: nothing happens to a unit before
/// it left the factory or in the future; a sale or an invoice may well come before it is built.
/// </summary>
public static class LifeDates
{
    /// <summary>Notes a field error for each contradiction, at the later date's field.</summary>
    public static void Check(UnitDates dates, DateOnly today, FieldErrors errors)
    {
        foreach (var (field, day) in All(dates)) errors.When(day > today, field, "date.in-future", today);
        foreach (var (field, day) in Handled(dates)) NotBefore(errors, field, day, "exFactory", dates.ExFactory);
        NotBefore(errors, "delivered", dates.Delivered, "shipped", dates.Shipped);
        NotBefore(errors, "received", dates.Received, "shipped", dates.Shipped);
        NotBefore(errors, "commissioned", dates.Commissioned, "shipped", dates.Shipped);
        NotBefore(errors, "commissioned", dates.Commissioned, "delivered", dates.Delivered);
        NotBefore(errors, "accepted", dates.Accepted, "delivered", dates.Delivered);
        NotBefore(errors, "accepted", dates.Accepted, "commissioned", dates.Commissioned);
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
