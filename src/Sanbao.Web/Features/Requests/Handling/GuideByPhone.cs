using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Telephone guidance: with whom, what was advised, how it went (F1).</summary>
internal sealed record GuideByPhone(string? Advice, string? SpokeWith, GuidanceOutcome? Outcome, DateTimeOffset? At)
{
    public static GuideByPhone Read(FormReader form, TimeZoneInfo zone) => new(
        form.Text("advice", Intake.LongestDescription), form.Text("spokeWith", 100), form.Choice<GuidanceOutcome>("outcome"), form.Instant("at", zone));

    public static Task Run(RequestWork work, GuideByPhone guidance)
    {
        var errors = new FieldErrors();
        errors.Text(guidance.Advice, "advice", Intake.LongestDescription, required: true);
        errors.Text(guidance.SpokeWith, "spokeWith", 100);
        errors.When(guidance.Outcome is null, "outcome", "field.required");
        errors.Throw();
        work.Request.Guide(guidance.Advice!, guidance.SpokeWith, guidance.Outcome!.Value, guidance.At, work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}
