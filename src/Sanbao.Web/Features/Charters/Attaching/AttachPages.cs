using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.Charters.Attaching;

/// <summary>Which charter is for whom: the list, the form, and the place to try it out.</summary>
internal sealed class AttachPages(
    ServiceDb db, CharterBook book, AttachedList list, AttachCharter work, Writer writer, FormOnce sent, GoverningCharters governing,
    Tester tester, Actor actor, Words words, Company company, TimeProvider time)
{
    private const int MostNames = 300;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("", (AttachPages p, HttpContext http) => p.List(http));
        pages.MapGet("/export", (HttpContext http, AttachedList list) => list.SendAsync(http));
        pages.MapPost("", (AttachPages p, HttpContext http) => p.Attach(http));
        pages.MapGet("/{id:guid}", (Guid id, AttachPages p, HttpContext http) => p.One(id, http));
        pages.MapPost("/{id:guid}", (Guid id, AttachPages p, HttpContext http) => p.Change(id, http));
        pages.MapPost("/{id:guid}/withdraw", (Guid id, AttachPages p, HttpContext http) => p.Withdraw(id, http));
    }

    private async Task<IResult> List(HttpContext http)
    {
        var cancel = http.RequestAborted;
        var today = time.Today(company);
        // Whoever opens the page sees at once what governs for nobody in particular.
        var (who, typedDay) = (http.Request.Query["who"].ToString(), http.Request.Query["on"].ToString());
        var day = DateOnly.TryParse(typedDay, CultureInfo.InvariantCulture, out var on) ? on : today;
        var governed = await tester.AskAsync(who, day, cancel);
        IEnumerable<CharterAttachment> shown = governed is null ? [] : [governed.Choice.By, .. governed.Choice.PassedOver];
        var dealers = await AttachedTo.DealersAsync(db, words, actor, cancel);
        return View.Of<AttachedPage>(new
        {
            List = await list.ShowAsync(http),
            Names = await NamesAsync(shown, dealers, cancel), Dealers = dealers, Charters = Choices(today), book.Usual, Today = today,
            Who = who, Day = day, DayWrong = typedDay.Length > 0 && day != on, Governed = governed, Once = Guid.CreateVersion7(time.Now()),
            Models = await db.Products.OrderBy(p => p.Model).Select(p => p.Model).Take(MostNames).ToListAsync(cancel),
            Lines = await db.Products.Select(p => p.Line).Distinct().OrderBy(l => l).Take(MostNames).ToListAsync(cancel),
        });
    }

    private Task<IResult> Attach(HttpContext http) => PostForm.Handle(
        http, CharterToAttach.Read,
        async said =>
        {
            var attach = await work.AttachAsync(said, http.RequestAborted);
            await sent.RunAsync("attached-charters", said, async store => (await attach(store)).Id.ToString(), http.RequestAborted);
            governing.Forget();
            return Done.To("/attached-charters", "attached-charter.saved", said.Charter ?? "");
        },
        () => List(http));

    private async Task<IResult> One(Guid id, HttpContext http)
    {
        var attached = await db.AttachedCharters.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted)
            ?? throw new NotFoundException();
        var dealers = await AttachedTo.DealersAsync(db, words, actor, http.RequestAborted);
        return View.Of<AttachedFormPage>(new
        {
            Of = attached, Charters = Choices(time.Today(company)),
            Names = await NamesAsync([attached.ToAttachment()], dealers, http.RequestAborted),
            Journal = await db.TimelineAsync(id, actor, http.RequestAborted),
        });
    }

    private Task<IResult> Change(Guid id, HttpContext http) => PostForm.Handle(
        http, form => (Seen: Seen(form), Said: CharterToAttach.Read(form)),
        async form =>
        {
            await SaveAsync(work.Change(id, form.Seen, form.Said), http);
            return Done.To("/attached-charters", "attached-charter.saved", form.Said.Charter ?? "");
        },
        () => One(id, http));

    private Task<IResult> Withdraw(Guid id, HttpContext http) => PostForm.Handle(
        http, Seen,
        async seen =>
        {
            await SaveAsync(work.Withdraw(id, seen), http);
            return Done.To("/attached-charters", "attached-charter.is-withdrawn");
        },
        () => One(id, http));

    private async Task SaveAsync(Func<ServiceDb, Task<AttachedCharter>> unit, HttpContext http)
    {
        await writer.RunAsync(unit, http.RequestAborted);
        governing.Forget();
    }

    private async Task<Dictionary<string, string>> NamesAsync(
        IEnumerable<CharterAttachment> shown, Dictionary<string, string> dealers, CancellationToken cancel)
    {
        var names = await AttachedTo.NamesAsync(db, shown, cancel);
        foreach (var (id, name) in dealers) names[id] = name;
        return names;
    }

    private Choice[] Choices(DateOnly today) =>
        [.. book.Choosable(today).Select(c => new Choice(c.Code, $"{c.Code} · {words.Say(c.Name)}"))];

    private static long Seen(FormReader form) =>
        long.TryParse(form.Text("version"), CultureInfo.InvariantCulture, out var seen) ? seen : -1;
}
