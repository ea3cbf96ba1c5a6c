using System.Globalization;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Charters.Changes;

/// <summary>Applications for new versions, for people: written, compared with the version before, approved by somebody else.</summary>
internal sealed class ChangePages(
    ServiceDb db, CharterShelf shelf, CharterBook book, ChangeCharter work, Writer writer, FormOnce sent, FormState state, Actor actor,
    Company company, TimeProvider time)
{
    public static void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/charter-changes").RequirePermission(Permission.EditCharters);
        pages.MapGet("", async (HttpContext http, ChangeList list) => View.Of<ChangeListPage>(new { List = await list.ShowAsync(http) }));
        pages.MapGet("/export", (HttpContext http, ChangeList list) => list.SendAsync(http));
        pages.MapGet("/new", (string? of, ChangePages p, CancellationToken cancel) => p.Form(null, of, cancel));
        pages.MapPost("/new", (string? of, ChangePages p, HttpContext http) => p.Draft(of, http));
        pages.MapGet("/{id:guid}/edit", (Guid id, ChangePages p, CancellationToken cancel) => p.Form(id, null, cancel));
        pages.MapPost("/{id:guid}/edit", (Guid id, ChangePages p, HttpContext http) => p.Revise(id, http));
        pages.MapPost("/{id:guid}/withdraw", (Guid id, ChangePages p, HttpContext http) => p.Withdraw(id, http));
        var deciding = routes.Pages.MapGroup("/charter-changes").RequirePermission(Permission.EditCharters, decides: true);
        deciding.MapGet("/{id:guid}", (Guid id, ChangePages p, CancellationToken cancel) => p.Show(id, cancel));
        deciding.MapPost("/{id:guid}/approve", (Guid id, ChangePages p, HttpContext http) => p.Approve(id, http));
        deciding.MapPost("/{id:guid}/reject", (Guid id, ChangePages p, HttpContext http) => p.Reject(id, http));
    }

    private async Task<IResult> Show(Guid id, CancellationToken cancel)
    {
        var change = await ChangeQueries.GetAsync(db, id, actor, cancel);
        var proposal = shelf.Library.Propose(new SourceFile("charter.yaml", change.Text));
        // Once approved it stands on the shelf; what it changed is told beside the version before it.
        var charter = shelf.Library.Find(change.Code, change.Number) is { } known && known.Charter.Hash == change.Hash
            ? known.Charter : proposal.Charter;
        var before = shelf.Library.Versions.LastOrDefault(v => v.Charter.Code == change.Code && v.Charter.Version < change.Number)?.Charter;
        var latest = shelf.Library.Versions.LastOrDefault(v => v.Charter.Code == change.Code)?.Charter;
        return View.Of<ChangePage>(new
        {
            Of = change, Charter = charter, Before = before, proposal.Errors, Journal = await db.TimelineAsync(id, actor, cancel),
            WhyNotApprove = change.WhyNotApprove(actor, latest, time.Today(company)), WhyNotDecide = change.WhyNotDecide(actor),
            WhyNotRevise = change.WhyNotRevise(actor),
        });
    }

    /// <param name="of">Code of the charter that is to be changed; null: a new one.</param>
    private async Task<IResult> Form(Guid? id, string? of, CancellationToken cancel)
    {
        var change = id is { } known ? await ChangeQueries.GetAsync(db, known, actor, cancel) : null;
        if (change is not null && !state.IsPosted) Refusal.Throw(change.WhyNotRevise(actor));
        var latest = of is null ? null : book.VersionsOf(of).FirstOrDefault() ?? throw new NotFoundException();
        var start = change?.Text ?? (latest is null ? "" : CharterTexts.Next(latest, time.Today(company).AddDays(1)));
        var shown = state.Typed(CharterTexts.Field) is { Length: > 0 } typed ? typed.ReplaceLineEndings("\n") : start;
        var wrong = state.IsPosted && shown.Length is > 0 and <= CharterTexts.Longest
            ? shelf.Library.Propose(new SourceFile("charter.yaml", shown)).Errors : [];
        return View.Of<ChangeFormPage>(
            new { Of = change, Base = latest?.Charter, Text = shown, Errors = wrong, Once = Guid.CreateVersion7(time.Now()) });
    }

    private sealed record Written(string Text, string? Reason, long Seen, bool CheckOnly);

    private Written Read(HttpContext http, FormReader form) => new(
        CharterTexts.Read(http, form, state), form.Text("reason", 1000), Seen(form), form.Text("do") == "check");

    private Task<IResult> Draft(string? of, HttpContext http) => PostForm.Handle(
        http, form => Read(http, form),
        async said =>
        {
            if (said.CheckOnly) return await Form(null, of, http.RequestAborted);
            var draft = work.Draft(said.Text, said.Reason);
            var id = await sent.RunAsync(
                "charter-changes", new { said.Text, said.Reason }, async store => (await draft(store)).Id.ToString(), http.RequestAborted);
            return Done.To($"/charter-changes/{id}", "charter-change.saved");
        },
        () => Form(null, of, http.RequestAborted));

    private Task<IResult> Revise(Guid id, HttpContext http) => PostForm.Handle(
        http, form => Read(http, form),
        async said =>
        {
            if (said.CheckOnly) return await Form(id, null, http.RequestAborted);
            await writer.RunAsync(work.Revise(id, said.Seen, said.Text, said.Reason), http.RequestAborted);
            return Done.To($"/charter-changes/{id}", "charter-change.saved");
        },
        () => Form(id, null, http.RequestAborted));

    private Task<IResult> Approve(Guid id, HttpContext http) =>
        Decide(id, http, (seen, _) => work.Approve(id, seen), "charter-change.is-approved");

    private Task<IResult> Reject(Guid id, HttpContext http) =>
        Decide(id, http, (seen, reason) => work.Reject(id, seen, reason), "charter-change.is-rejected");

    private Task<IResult> Withdraw(Guid id, HttpContext http) =>
        Decide(id, http, (seen, _) => work.Withdraw(id, seen), "charter-change.is-withdrawn");

    private Task<IResult> Decide(Guid id, HttpContext http, Func<long, string?, Func<ServiceDb, Task<CharterChange>>> verb, string done) =>
        PostForm.Handle(
        http, form => (Seen: Seen(form), Reason: form.Text("reason", 1000)),
        async said =>
        {
            await writer.RunAsync(verb(said.Seen, said.Reason), http.RequestAborted);
            await shelf.ReadAsync(http.RequestAborted);
            return Done.To($"/charter-changes/{id}", done);
        },
        () => Show(id, http.RequestAborted));

    private static long Seen(FormReader form) =>
        long.TryParse(form.Text("version"), CultureInfo.InvariantCulture, out var seen) ? seen : -1;
}
