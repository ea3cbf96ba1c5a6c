using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>
/// Somebody is to go at an appointed time: one of our people by his account, who is told, or somebody from outside by name, whom nobody
/// tells. Whoever goes gets the request where nobody has it; where somebody has, it is asked.
/// </summary>
/// <param name="Engineer">Of somebody from outside. A name that just one of our people has is his; beside an account it can only be
/// its name.</param>
/// <param name="HandOver">He gets the request although somebody else has it.</param>
internal sealed record PlanVisit(
    Guid? EngineerId, [MaxLength(ServiceRequest.LongestName)] string? Engineer, [Required] DateTimeOffset? Appointment, bool HandOver,
    [MaxLength(ServiceRequest.LongestRemark)] string? Remark)
{
    public static async Task Run(Work<ServiceRequest> work, PlanVisit visit)
    {
        var request = work.Document;
        var (id, name) = await WhoAsync(work, visit);
        request.PlanVisit(name, id, visit.Appointment.GetValueOrDefault(), visit.Remark, work.Charter, work.By, work.Now);
        var goesToHim = request.AssigneeId is null || visit.HandOver;
        if (id is { } engineer && id != request.AssigneeId && goesToHim && MayAssign(work.By, engineer))
            request.Assign(engineer, name, null, work.Charter, work.By, work.Now);
    }

    private static async Task<(Guid? Id, string Name)> WhoAsync(Work<ServiceRequest> work, PlanVisit visit)
    {
        var typed = visit.Engineer?.Trim() is { Length: > 0 } name ? name : null;
        if (visit.EngineerId is not { } id)
            return typed is null
                ? throw new FieldErrorsException([new("engineerId", "field.required")]) : (await OwnPeople.OfNameAsync(work, typed), typed);
        var own = await OwnPeople.NameAsync(work, id, "engineerId");
        return typed is null || typed == own ? (id, own) : throw new FieldErrorsException([new("engineer", "request.visit-of-two", own)]);
    }

    private static bool MayAssign(Actor by, Guid engineer) => by.SeesCompany && (by.May(Permission.AssignRequests) || engineer == by.Id);
}

/// <summary>The one who was to go is on his way.</summary>
internal sealed record Depart(DateTimeOffset? At)
{
    public static void Run(Work<ServiceRequest> work, Depart told) => work.Document.Depart(told.At, work.By, work.Now);
}

/// <summary>He is there.</summary>
internal sealed record Arrive(DateTimeOffset? At)
{
    public static void Run(Work<ServiceRequest> work, Arrive told) => work.Document.Arrive(told.At, work.Charter, work.By, work.Now);
}

/// <summary>The visit is over.</summary>
internal sealed record FinishVisit(DateTimeOffset? At)
{
    public static void Run(Work<ServiceRequest> work, FinishVisit told) =>
        work.Document.FinishVisit(told.At, work.Charter, work.By, work.Now);
}

/// <summary>Something else of the way happened: a plan was given, the unit was shipped.</summary>
internal sealed record RecordStep([Required] EventKind? Step, [MaxLength(ServiceRequest.LongestRemark)] string? Remark, DateTimeOffset? At)
{
    public static void Run(Work<ServiceRequest> work, RecordStep step) =>
        work.Document.RecordStep(step.Step.GetValueOrDefault(), step.Remark, step.At, work.Charter, work.By, work.Now);
}
