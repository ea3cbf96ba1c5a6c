using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Somebody else has the next move: the clocks that the charter stops for that party stand still (E2).</summary>
internal sealed record PauseClocks([Required] PauseParty? Party, [Required, MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static void Run(Work<ServiceRequest> work, PauseClocks pause) =>
        work.Document.Pause(pause.Party.GetValueOrDefault(), pause.Reason!, work.Charter, work.By, work.Now);
}

/// <summary>The clocks run again.</summary>
internal sealed record ResumeClocks([Required] PauseParty? Party)
{
    public static void Run(Work<ServiceRequest> work, ResumeClocks resumption) =>
        work.Document.Resume(resumption.Party.GetValueOrDefault(), work.Charter, work.By, work.Now);
}
