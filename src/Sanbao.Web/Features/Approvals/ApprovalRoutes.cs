using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Approvals;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.Approvals;

/// <summary>What waits for me, and who is whose deputy, for people and programs of the company.</summary>
internal sealed class ApprovalRoutes(
    ServiceDb db, NameDeputies work, KnownAccounts accounts, Writer writer, FormOnce sent, Once once, Actor actor, Company company,
    TimeProvider time)
{
    private const string Place = "/approvals", Deputies = "/deputies", Withdrawal = "/deputies/{id:guid}/withdrawal";
    private const int Most = 200;

    public static void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup(Place).RequirePermission(Permission.ReadRequests);
        pages.MapGet("", (ApprovalRoutes r, CancellationToken cancel) => r.Show(cancel));
        pages.MapPost(Deputies, (HttpContext http, ApprovalRoutes r, Words words) => r.Name(http, words));
        pages.MapPost(Withdrawal, (HttpContext http, Guid id, ApprovalRoutes r) => r.Withdraw(http, id));
        var api = routes.Api.MapGroup(Place).RequirePermission(Permission.ReadRequests).WithTags("approvals");
        api.MapGet("", (ApprovalRoutes r, CancellationToken cancel) => r.ListAsync(cancel))
            .WithSummary("What waits for the actor's decision, the longest waiting first");
        api.MapGet(Deputies, (ApprovalRoutes r, CancellationToken cancel) => r.DeputiesAsync(cancel))
            .WithSummary("Who decides in whose place, today and later");
        api.MapPost(Deputies, (HttpContext http, PostedBody<DeputyToName> body, ApprovalRoutes r) => r.NameOnce(http, body))
            .Takes<DeputyToName>().Produces<DeputyAnswer>(201).WithSummary("Name a deputy for a span of days, both inclusive");
        api.MapPost(Withdrawal, (HttpContext http, Guid id, ApprovalRoutes r) => r.WithdrawOnce(http, id))
            .Produces<DeputyAnswer>().WithSummary("Take a deputy back");
    }

    private async Task<IResult> Show(CancellationToken cancel)
    {
        RequireOwn();
        var people = await accounts.OwnPeopleAsync(actor, cancel);
        return View.Of<ApprovalsPage>(new
        {
            Waiting = await WaitingForMe.FindAsync(db, actor, cancel), Deputies = await NamedAsync(cancel),
            People = people.Where(p => p.Id != actor.Id).Select(p => new Choice(p.Id.ToString(), p.Name)).ToArray(),
            Today = time.Today(company), Once = Guid.CreateVersion7(time.Now()),
        });
    }

    internal sealed record WaitingAnswer(string Kind, Guid Id, string Number, string Title, DateTimeOffset Since, string? InPlaceOf);

    private async Task<WholeListAnswer<WaitingAnswer>> ListAsync(CancellationToken cancel)
    {
        RequireOwn();
        return new([.. (await WaitingForMe.FindAsync(db, actor, cancel))
            .Select(w => new WaitingAnswer(w.Of.Kind, w.Of.Id, w.Of.Number, w.Of.Title, w.Since, w.InPlaceOf))]);
    }

    internal sealed record DeputyAnswer(
        Guid Id, Guid PersonId, string Person, Guid DeputyId, string Deputy, DateOnly From, DateOnly To, bool Withdrawn)
    {
        public static DeputyAnswer Of(Deputy d) => new(d.Id, d.PersonId, d.Person, d.DeputyId, d.Name, d.From, d.To, d.Withdrawn);
    }

    private async Task<WholeListAnswer<DeputyAnswer>> DeputiesAsync(CancellationToken cancel)
    {
        RequireOwn();
        return new([.. (await NamedAsync(cancel)).Select(DeputyAnswer.Of)]);
    }

    /// <summary>One's own and those of whom one is one; whoever administers the company sees all.</summary>
    private Task<List<Deputy>> NamedAsync(CancellationToken cancel)
    {
        var (today, all) = (time.Today(company), actor.May(Permission.Administer));
        return db.Deputies.AsNoTracking().Where(d => !d.Withdrawn && d.To >= today)
            .Where(d => all || d.PersonId == actor.Id || d.DeputyId == actor.Id)
            .OrderBy(d => d.From).ThenBy(d => d.Id).Take(Most).ToListAsync(cancel);
    }

    private Task<IResult> Name(HttpContext http, Words words) => PostForm.Handle(
        http, form => form.Read<DeputyToName>(words.Zone),
        async said =>
        {
            RequireOwn();
            var name = await work.NameAsync(said, http.RequestAborted);
            var named = await sent.RunAsync(Place, said, async store => (await name(store)).Name, http.RequestAborted);
            accounts.Forget(said.Deputy!.Value);
            return Done.To(Place, "deputy.is-named", named);
        },
        () => Show(http.RequestAborted));

    private Task<IResult> Withdraw(HttpContext http, Guid id) => PostForm.Handle(
        http, _ => true,
        async _ =>
        {
            RequireOwn();
            var gone = await writer.RunAsync(work.Withdraw(id), http.RequestAborted);
            accounts.Forget(gone.DeputyId);
            return Done.To(Place, "deputy.is-withdrawn");
        },
        () => Show(http.RequestAborted));

    private Task<IResult> NameOnce(HttpContext http, PostedBody<DeputyToName> body)
    {
        RequireOwn();
        return once.MakeAsync(http, body.Bytes, "/api/v1" + Place + Deputies,
            () => work.NameAsync(body.Value, http.RequestAborted), Told);
    }

    private Task<IResult> WithdrawOnce(HttpContext http, Guid id)
    {
        RequireOwn();
        return once.ChangeAsync(http, default, work.Withdraw(id), Told);
    }

    // Whoever comes in after the commit is asked anew; until then nothing is told twice.
    private DeputyAnswer Told(Deputy deputy)
    {
        accounts.Forget(deputy.DeputyId);
        return DeputyAnswer.Of(deputy);
    }

    private void RequireOwn()
    {
        if (!actor.SeesCompany) throw new NotFoundException();
    }
}
