using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Settings;

/// <summary>
/// The first start: a company without account, token and record gets its name, its charter and its administrator. Afterwards the page is
/// not there: what somebody began at the command line is nobody's to take over.
/// </summary>
internal static class SetupRoutes
{
    private sealed record Setup(string Company, string Charter, AccountDraft Administrator, string Password, string Again);

    public static async Task<IResult> Page(HttpContext http, ServiceDb db, CharterShelf charters, Company company, Words words)
    {
        if (await db.HasRecordsAsync(http.RequestAborted)) throw new NotFoundException();
        return View.Of<SetupPage>(new { Charters = CharterChoices.Of(charters, words), Charter = company.UsualCharter });
    }

    public static Task<IResult> Post(
        HttpContext http, ServiceDb db, Writer writer, CharterShelf charters, CompanyBook book, Passwords passwords, Words words,
            TimeProvider time) => PostForm.Handle(
        http,
        form => Read(form, charters),
        async form =>
        {
            if (await db.HasRecordsAsync(http.RequestAborted)) throw new NotFoundException();
            var hash = await passwords.HashAsync(form.Password, http.RequestAborted);
            var account = await writer.RunAsync(store => BeginAsync(store, form, hash, time.Now()), http.RequestAborted);
            await book.ReadAsync(http.RequestAborted);
            await AccountCookie.SignInAsync(http, account);
            return Done.To("/", "setup.done");
        },
        () => Page(http, db, charters, book.Now, words));

    private static Setup Read(FormReader form, CharterShelf charters)
    {
        var setup = new Setup(
            form.NeededText("company", SettingsForm.LongestName), form.NeededText("charter", 50),
                AccountDraft.Read(form, [Roles.Administrator]),
            form.Secret("password"), form.Secret("again"));
        form.Check(errors =>
        {
            CharterChoices.Check(errors, charters, setup.Charter);
            setup.Administrator.Check(errors);
            PasswordRule.Check(errors, "password", setup.Password, setup.Administrator.Login, setup.Company);
            errors.When(setup.Again != setup.Password, "again", "password.differs");
        });
        return setup;
    }

    private static async Task<Account> BeginAsync(ServiceDb db, Setup form, string hash, DateTimeOffset now)
    {
        // Of two who set up at once, the first wins; the changed version makes the second look again.
        if (await db.HasRecordsAsync()) throw new NotFoundException();
        var settings = await db.Settings.SingleAsync();
        (settings.Name, settings.DefaultCharter) = (form.Company, form.Charter);
        settings.Version++;
        var account = await EditAccounts.CreateAsync(db, form.Administrator, hash, temporary: false, Actor.System, now);
        await CompanyJournal.NoteAsync(
            db, "settings.begun", account.ToActor(), now, ("name", form.Company), ("charter", form.Charter));
        return account;
    }
}
