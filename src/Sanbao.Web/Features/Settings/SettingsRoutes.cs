using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Settings;

internal static class SettingsRoutes
{
    private const int LinesShown = 20;

    public static async Task<IResult> Page(HttpContext http, Actor actor, ServiceDb db, CharterShelf charters, Words words)
    {
        var settings = await db.Settings.AsNoTracking().SingleAsync(http.RequestAborted);
        var journal = await db.TimelineAsync(CompanyJournal.Only, actor, http.RequestAborted);
        return View.Of<SettingsPage>(new
        {
            Of = settings, Charters = CharterChoices.Of(charters, words), Seen = journal.Count,
            Journal = journal.TakeLast(LinesShown).Reverse().ToList(),
        });
    }

    public static Task<IResult> Post(
        HttpContext http, Actor actor, ServiceDb db, Writer writer, CharterShelf charters, CompanyBook company, Words words,
            TimeProvider time) => PostForm.Handle(
        http,
        form => SettingsForm.Read(form, charters),
        async form =>
        {
            await writer.RunAsync(store => ChangeAsync(store, form, actor, time.Now()), http.RequestAborted);
            await company.ReadAsync(http.RequestAborted);
            await charters.ReadAsync(http.RequestAborted);
            return Done.To("/settings", "settings.saved");
        },
        () => Page(http, actor, db, charters, words));

    private static async Task ChangeAsync(ServiceDb db, SettingsForm form, Actor actor, DateTimeOffset now)
    {
        var settings = await db.Settings.SingleAsync();
        if (settings.Version != form.Version) throw new RefusedException(new("settings.changed-meanwhile"), CompanyJournal.Only);
        var warnedBefore = settings.WarningShare;
        form.ApplyTo(settings);
        settings.Version++;
        await CompanyJournal.NoteAsync(
            db, "settings.changed", actor, now, ("name", form.Name), ("charter", form.Charter), ("zone", form.Zone),
            ("cityPrefixes", string.Join(' ', form.CityPrefixes)), ("nameEn", form.NameEn), ("language", form.Language.Tag()));
        if (settings.WarningShare != warnedBefore)
            await CompanyJournal.NoteAsync(db, "settings.warning-changed", actor, now, ("before", warnedBefore),
                ("now", settings.WarningShare));
    }
}
