using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>By what a length is lengthened, each in its own unit; several of one unit add up.</summary>
internal struct Longer
{
    public int Months, Days, WorkingDays;

    public readonly bool IsNone => Months == 0 && Days == 0 && WorkingDays == 0;

    public void Add(Span span)
    {
        switch (span.Unit)
        {
            case SpanUnit.Months: Months += span.Count; break;
            case SpanUnit.Days: Days += span.Count; break;
            case SpanUnit.WorkingDays: WorkingDays += span.Count; break;
        }
    }

    /// <summary>
    /// The last day of a length so lengthened, inclusive: first the length with what is counted in its own unit (12 and 6 months are 18),
    /// then the rest from there.
    /// </summary>
    public readonly DateOnly LastDayFrom(DateOnly start, Span length, WorkingCalendar calendar)
    {
        var day = Own(length).LastDayFrom(start, calendar);
        if (length.Unit != SpanUnit.Months && Months > 0) day = Span.Months(Months).LastDayFrom(day, calendar);
        if (length.Unit != SpanUnit.Days && Days > 0) day = Span.Days(Days).LastDayFrom(day, calendar);
        if (length.Unit != SpanUnit.WorkingDays && WorkingDays > 0) day = Span.WorkingDays(WorkingDays).LastDayFrom(day, calendar);
        return day;
    }

    /// <summary>The length with what is counted in its own unit.</summary>
    public readonly Span Own(Span length) => length with
    {
        Count = length.Count + length.Unit switch { SpanUnit.Months => Months, SpanUnit.Days => Days, SpanUnit.WorkingDays => WorkingDays },
    };

    /// <summary>The length is lengthened in another unit than its own, too.</summary>
    public readonly bool GoesBeyond(Span length) => length.Unit switch
    {
        SpanUnit.Months => Days > 0 || WorkingDays > 0,
        SpanUnit.Days => Months > 0 || WorkingDays > 0,
        SpanUnit.WorkingDays => Months > 0 || Days > 0,
    };
}
