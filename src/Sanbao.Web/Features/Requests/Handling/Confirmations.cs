using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Outside information was checked with the customer (S0).</summary>
internal sealed record ConfirmInformation([Required, MaxLength(ServiceRequest.LongestRemark)] string? Finding)
{
    public static void Run(Work<ServiceRequest> work, ConfirmInformation confirmation) =>
        work.Document.Confirm(confirmation.Finding!, work.By, work.Now);
}

/// <summary>The customer was asked whether the result satisfies (S2).</summary>
internal sealed record AskCustomer([Required] Verdict? Verdict, [MaxLength(ServiceRequest.LongestRemark)] string? Remark)
{
    public static void Run(Work<ServiceRequest> work, AskCustomer asked) =>
        work.Document.AskCustomer(asked.Verdict.GetValueOrDefault(), asked.Remark, work.By, work.Now);
}

/// <summary>Somebody looked whether the result holds (S4).</summary>
internal sealed record VerifyResult([Required, MaxLength(ServiceRequest.LongestRemark)] string? Finding)
{
    public static void Run(Work<ServiceRequest> work, VerifyResult verified) =>
        work.Document.VerifyResult(verified.Finding!, work.By, work.Now);
}
