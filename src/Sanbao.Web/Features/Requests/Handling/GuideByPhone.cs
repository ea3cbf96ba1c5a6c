using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Telephone guidance: with whom, what was advised, how it went (F1).</summary>
internal sealed record GuideByPhone(
    [Required, MaxLength(Intake.LongestDescription)] string? Advice, [MaxLength(ServiceRequest.LongestName)] string? SpokeWith,
    [Required] GuidanceOutcome? Outcome, DateTimeOffset? At)
{
    public static void Run(Work<ServiceRequest> work, GuideByPhone guidance) => work.Document.Guide(
        guidance.Advice!, guidance.SpokeWith, guidance.Outcome.GetValueOrDefault(), guidance.At, work.Charter, work.By, work.Now);
}
