using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

internal sealed record ChangePriority([Required] Priority? Priority)
{
    public static void Run(Work<ServiceRequest> work, ChangePriority change) =>
        work.Document.ChangePriority(change.Priority.GetValueOrDefault(), work.Charter, work.By, work.Now);
}

/// <summary>Declares a special case with a reason (S0).</summary>
internal sealed record DeclareSpecial([Required, MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static void Run(Work<ServiceRequest> work, DeclareSpecial declared) =>
        work.Document.DeclareSpecial(declared.Reason!, work.Charter, work.By, work.Now);
}
