using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>What was done in the end, and whether it was a repair.</summary>
internal sealed record RecordSolution(string? Solution, bool Repaired, int RepairDays, DateTimeOffset? At)
{
    public static RecordSolution Read(FormReader form, TimeZoneInfo zone) => new(
        form.Text("solution", Intake.LongestDescription), form.Flag("repaired"), form.Number("repairDays", 0, 3660) ?? 0, form.Instant("at", zone));

    public static Task Run(RequestWork work, RecordSolution solution)
    {
        work.Request.RecordSolution(
            solution.Solution ?? "", solution.Repaired, solution.RepairDays, solution.At, work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}

internal sealed record CloseRequest(string? Remark)
{
    public static CloseRequest Read(FormReader form) => new(form.Text("remark", 1000));

    public static Task Run(RequestWork work, CloseRequest closing)
    {
        var errors = new FieldErrors();
        errors.Text(closing.Remark, "remark", 1000);
        errors.Throw();
        work.Request.Close(closing.Remark, work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}

internal sealed record ReopenRequest(string? Reason)
{
    public static ReopenRequest Read(FormReader form) => new(form.NeededText("reason", 1000));

    public static Task Run(RequestWork work, ReopenRequest reopening)
    {
        work.Request.Reopen(reopening.Reason ?? "", work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}
