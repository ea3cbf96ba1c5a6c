using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>An engineer is to go at an appointed time.</summary>
internal sealed record PlanVisit(
    [Required, MaxLength(ServiceRequest.LongestName)] string? Engineer, Guid? EngineerId, [Required] DateTimeOffset? Appointment,
    [MaxLength(ServiceRequest.LongestRemark)] string? Remark)
{
    public static async Task Run(Work<ServiceRequest> work, PlanVisit visit)
    {
        if (visit.EngineerId is { } engineer) await AssignRequest.NameOf(work, engineer, "engineerId");
        work.Document.PlanVisit(visit.Engineer!, visit.EngineerId, visit.Appointment.GetValueOrDefault(), visit.Remark, work.Charter, work.By, work.Now);
    }
}

/// <summary>Something of the way happened: the engineer arrived, the unit was shipped.</summary>
internal sealed record RecordStep([Required] EventKind? Step, [MaxLength(ServiceRequest.LongestRemark)] string? Remark, DateTimeOffset? At)
{
    public static void Run(Work<ServiceRequest> work, RecordStep step) =>
        work.Document.RecordStep(step.Step.GetValueOrDefault(), step.Remark, step.At, work.Charter, work.By, work.Now);
}
