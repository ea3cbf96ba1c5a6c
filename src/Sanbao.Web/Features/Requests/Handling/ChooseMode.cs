using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>The way of service; skipping a rung of the charter's ladder needs a reason (F10).</summary>
internal sealed record ChooseMode([Required] ServiceMode? Mode, [MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static void Run(Work<ServiceRequest> work, ChooseMode choice) =>
        work.Document.ChooseMode(choice.Mode.GetValueOrDefault(), choice.Reason, work.Charter, work.By, work.Now);
}
