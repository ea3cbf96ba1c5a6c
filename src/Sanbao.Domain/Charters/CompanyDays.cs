using System.Collections.Frozen;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Charters;

/// <summary>
/// Days that the company itself takes off, or works, over the statutory calendar: a plant shutdown, an inventory, a worked Saturday (E2).
/// They hold for every charter that follows a calendar of holidays; a charter's own days come before them.
/// </summary>
public sealed class CompanyDays : Document
{
    /// <summary>How many days one entry may hold.</summary>
    public const int Most = 366;

    private CompanyDays() { }

    public override string Kind => "company-days";
    public override Headline Headline => new("", Note);

    /// <summary>First and last day, both inclusive.</summary>
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }
    /// <summary>True: these days are worked, at the hours of a Monday; false: they are off.</summary>
    public bool Worked { get; private set; }
    public string Note { get; private set; } = "";
    /// <summary>Taken back; counts for nothing any more.</summary>
    public bool Withdrawn { get; private set; }

    public static CompanyDays Declare(DateOnly from, DateOnly? until, bool worked, string? note, Actor by, DateTimeOffset now)
    {
        var last = until ?? from;
        var errors = new FieldErrors();
        errors.When(last < from, "until", "date.before", from, new Word("field.firstDay"));
        errors.When(last.DayNumber - from.DayNumber >= Most, "until", "company-days.too-long", Most);
        errors.When(from.Year is < 2000 or > 2099, "from", "field.out-of-range", 2000, 2099);
        errors.Text(note, "note", 100, required: true);
        errors.Throw();
        var days = new CompanyDays { Id = Guid.CreateVersion7(now), From = from, Until = last, Worked = worked, Note = note!.Trim() };
        days.Record("company-days.declared", by, now, ("from", from), ("until", last), ("worked", worked), ("note", days.Note));
        return days;
    }

    public void Withdraw(Actor by, DateTimeOffset now)
    {
        if (Withdrawn) return;
        Withdrawn = true;
        Record("company-days.withdrawn", by, now, ("from", From), ("until", Until), ("worked", Worked), ("note", Note));
    }

    /// <summary>All entries that count as one set.</summary>
    public static OwnDays Of(IEnumerable<CompanyDays> declared) => Holding(declared.Where(d => !d.Withdrawn));

    /// <summary>Entries as one set that held together, also those that were withdrawn since. Of two that name a day the one declared later
    /// counts.</summary>
    public static OwnDays Holding(IEnumerable<CompanyDays> entries)
    {
        var worked = new Dictionary<DateOnly, bool>();
        foreach (var entry in entries.OrderBy(d => d.Id))
            for (var day = entry.From; day <= entry.Until; day = day.AddDays(1)) worked[day] = entry.Worked;
        return new(worked.Where(d => !d.Value).Select(d => d.Key).ToFrozenSet(), worked.Where(d => d.Value).Select(d => d.Key)
            .ToFrozenSet());
    }
}
