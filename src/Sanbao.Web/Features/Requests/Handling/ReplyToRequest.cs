using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>An answer to the customer.</summary>
internal sealed record ReplyToRequest(string? Text, DateTimeOffset? At)
{
    public static ReplyToRequest Read(FormReader form, TimeZoneInfo zone) => new(form.Text("text", Intake.LongestDescription), form.Instant("at", zone));

    public static Task Run(RequestWork work, ReplyToRequest reply)
    {
        work.Request.Reply(reply.Text ?? "", reply.At, work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}
