using System.Collections.Immutable;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Sections;

/// <summary>The holidays that charters may name, and the calendars made with them; equal calendars are made once.</summary>
internal sealed class CalendarSource(IEnumerable<Holidays> holidays)
{
    private readonly Dictionary<string, Holidays> known = holidays.Append(Holidays.None).ToDictionary(h => h.Code, StringComparer.Ordinal);

    private readonly Dictionary<string, WorkingCalendar> defaults = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public IEnumerable<string> Codes => known.Keys;

    public bool Knows(string code) => known.ContainsKey(code);

    public WorkingCalendar Default(string code)
    {
        lock (gate)
        {
            if (!defaults.TryGetValue(code, out var calendar))
                defaults[code] = calendar = WorkingCalendar.Default(known.GetValueOrDefault(code, Holidays.None));
            return calendar;
        }
    }

    public WorkingCalendar Of(string code, ImmutableArray<ImmutableArray<DayWindow>> week) => new("working", week, known[code]);
}
