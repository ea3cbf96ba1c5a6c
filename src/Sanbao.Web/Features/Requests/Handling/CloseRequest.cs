using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>What was done in the end, and whether it was a repair.</summary>
internal sealed record RecordSolution(
    [Required, MaxLength(Intake.LongestDescription)] string? Solution, bool Repaired, [Range(0, ServiceRequest.MostRepairDays)] int RepairDays, DateTimeOffset? At)
{
    public static void Run(Work<ServiceRequest> work, RecordSolution solution) => work.Document.RecordSolution(
        solution.Solution!, solution.Repaired, solution.RepairDays, solution.At, work.Charter, work.By, work.Now);
}

internal sealed record CloseRequest([MaxLength(ServiceRequest.LongestRemark)] string? Remark)
{
    public static void Run(Work<ServiceRequest> work, CloseRequest closing) => work.Document.Close(closing.Remark, work.Charter, work.By, work.Now);
}

internal sealed record ReopenRequest([Required, MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static void Run(Work<ServiceRequest> work, ReopenRequest reopening) =>
        work.Document.Reopen(reopening.Reason!, work.Charter, work.By, work.Now);
}
