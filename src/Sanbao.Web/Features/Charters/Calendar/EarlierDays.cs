using Microsoft.EntityFrameworkCore;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Charters.Calendar;

/// <summary>
/// The calendars that held before the company declared days or took them back. Only what is open follows such a change (E2): what was
/// closed before keeps the deadlines of the calendar under which it was closed.
/// </summary>
internal sealed class EarlierDays
{
    private readonly List<CharterLibrary> calendars = [];
    // What is open was not computed again yet.
    private bool pending;

    public static async Task<EarlierDays> ReadAsync(ServiceDb db, CharterShelf charters, CancellationToken cancel)
    {
        var entries = new List<(CompanyDays Days, DateTimeOffset From, DateTimeOffset? Until)>();
        foreach (var days in await db.CompanyDays.AsNoTracking().ToListAsync(cancel))
        {
            var lines = await db.TimelineAsync(days.Id, Actor.System, cancel);
            entries.Add((days, lines[0].At, lines.Find(l => l.Code == "company-days.withdrawn")?.At));
        }
        var earlier = new EarlierDays
        {
            pending = await db.Settings.AnyAsync(s => s.DaysApplied < s.DaysChanged, cancel),
        };
        foreach (var change in entries.SelectMany(e => new[] { e.From, e.Until }).OfType<DateTimeOffset>().Distinct())
            earlier.calendars.Add(charters.LibraryOver(
                CompanyDays.Holding(entries.Where(e => e.From < change && !(e.Until < change)).Select(e => e.Days))));
        return earlier;
    }

    /// <summary>The charter as it was under each of them, where what is promised may have been computed by it.</summary>
    public IEnumerable<Charter> Of(IPromises promises) => promises is { PromisedBy: { } by } && (promises.IsAtRest || pending)
        ? calendars.Select(c => c.Find(by.Code, by.Version)?.Charter).OfType<Charter>() : [];
}
