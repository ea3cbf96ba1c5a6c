using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>What was done in the end, and whether it was a repair.</summary>
internal sealed record RecordSolution(
    [Required, MaxLength(Intake.LongestDescription)] string? Solution, bool Repaired,
        [Range(0, ServiceRequest.MostRepairDays)] int RepairDays, DateTimeOffset? At)
{
    public static void Run(Work<ServiceRequest> work, RecordSolution solution) => work.Document.RecordSolution(
        solution.Solution!, solution.Repaired, solution.RepairDays, solution.At, work.Charter, work.By, work.Now);
}

/// <summary>
/// How it ended. A person at the page is asked for the cause of a solved fault, or says that it was not found; a program may leave it out.
/// </summary>
internal sealed record CloseRequest(RequestOutcome? Outcome, Cause? Cause, bool AsksCause,
    [MaxLength(ServiceRequest.LongestRemark)] string? Remark)
{
    public static async Task Run(Work<ServiceRequest> work, CloseRequest closing)
    {
        var request = work.Document;
        Refusal.Throw(request.WhyNotClose(closing.Outcome, work.Charter));
        var cause = request.EndedAs(closing.Outcome) is RequestOutcome.Solved ? closing.Cause : null;
        if (closing.AsksCause && cause is null && request.EndedAs(closing.Outcome) is RequestOutcome.Solved)
            throw new FieldErrorsException([new("cause", "field.required")]);
        if (cause is { } found and not Domain.Charters.Cause.Unknown) await RecordCause.Run(work, new(found));
        request.Close(closing.Outcome, closing.Remark, work.Charter, work.By, work.Now,
            causeNotFound: cause is Domain.Charters.Cause.Unknown);
    }
}

internal sealed record ReopenRequest([Required, MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static async Task Run(Work<ServiceRequest> work, ReopenRequest reopening)
    {
        var request = work.Document;
        request.Reopen(reopening.Reason!, work.Charter, work.By, work.Now);
        // A repair that failed may make more due than it did before.
        if (request.OwnHistory().FailedRepairs == 0 || await Judging.LastAsync(work) is not { } last) return;
        var facts = await Judging.FactsAsync(work, last.Facts.Cause);
        request.Judge(facts with { Goodwill = last.Facts.Goodwill }, last.Final, work.Charter, work.By, work.Now);
    }
}
