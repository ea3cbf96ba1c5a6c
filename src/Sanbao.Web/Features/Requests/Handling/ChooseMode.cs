using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>The way of service; skipping a rung of the charter's ladder needs a reason (F10).</summary>
internal sealed record ChooseMode(ServiceMode? Mode, string? Reason)
{
    public static ChooseMode Read(FormReader form) => new(form.NeededChoice<ServiceMode>("mode"), form.Text("reason", 1000));

    public static Task Run(RequestWork work, ChooseMode choice)
    {
        var errors = new FieldErrors();
        errors.When(choice.Mode is null, "mode", "field.required");
        errors.Text(choice.Reason, "reason", 1000);
        errors.Throw();
        work.Request.ChooseMode(choice.Mode!.Value, choice.Reason, work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}
