using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>An answer to the customer.</summary>
internal sealed record ReplyToRequest([Required, MaxLength(Intake.LongestDescription)] string? Text, DateTimeOffset? At)
{
    public static void Run(Work<ServiceRequest> work, ReplyToRequest reply) =>
        work.Document.Reply(reply.Text!, reply.At, work.Charter, work.By, work.Now);
}
