using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Somebody else has the next move: the clocks that the charter stops for that party stand still (E2).</summary>
internal sealed record PauseClocks(PauseParty? Party, string? Reason)
{
    public static PauseClocks Read(FormReader form) => new(form.NeededChoice<PauseParty>("party"), form.NeededText("reason", 1000));

    public static Task Run(RequestWork work, PauseClocks pause)
    {
        var errors = new FieldErrors();
        errors.When(pause.Party is null, "party", "field.required");
        errors.Text(pause.Reason, "reason", 1000, required: true);
        errors.Throw();
        work.Request.Pause(pause.Party!.Value, pause.Reason!.Trim(), work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}

/// <summary>The clocks run again.</summary>
internal sealed record ResumeClocks(PauseParty? Party)
{
    public static ResumeClocks Read(FormReader form) => new(form.NeededChoice<PauseParty>("party"));

    public static Task Run(RequestWork work, ResumeClocks resumption)
    {
        Refusal.Throw(work.Request.WhyNotResume());
        var errors = new FieldErrors();
        errors.When(resumption.Party is null, "party", "field.required");
        errors.Throw();
        work.Request.Resume(resumption.Party!.Value, work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}
