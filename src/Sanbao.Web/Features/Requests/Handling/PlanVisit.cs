using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>An engineer is to go at an appointed time.</summary>
internal sealed record PlanVisit(string? Engineer, Guid? EngineerId, DateTimeOffset? Appointment, string? Remark)
{
    public static PlanVisit Read(FormReader form, TimeZoneInfo zone) => new(form.Text("engineer", 100), null, form.Instant("appointment", zone), form.Text("remark", 1000));

    public static async Task Run(RequestWork work, PlanVisit visit)
    {
        var errors = new FieldErrors();
        errors.Text(visit.Engineer, "engineer", 100, required: true);
        errors.When(visit.Appointment is null, "appointment", "field.required");
        errors.Text(visit.Remark, "remark", 1000);
        errors.Throw();
        if (visit.EngineerId is { } engineer) await AssignRequest.NameOf(work, engineer, "engineerId");
        work.Request.PlanVisit(visit.Engineer!, visit.EngineerId, visit.Appointment!.Value, visit.Remark, work.Charter, work.By, work.Now);
    }
}

/// <summary>Something of the way happened: the engineer arrived, the unit was shipped.</summary>
internal sealed record RecordStep(EventKind? Step, string? Remark, DateTimeOffset? At)
{
    public static RecordStep Read(FormReader form, TimeZoneInfo zone) => new(form.NeededChoice<EventKind>("step"), form.Text("remark", 1000), form.Instant("at", zone));

    public static Task Run(RequestWork work, RecordStep step)
    {
        var errors = new FieldErrors();
        errors.When(step.Step is null, "step", "field.required");
        errors.Text(step.Remark, "remark", 1000);
        errors.Throw();
        work.Request.RecordStep(step.Step!.Value, step.Remark, step.At, work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}
