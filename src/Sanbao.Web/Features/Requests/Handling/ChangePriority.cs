using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Requests.Handling;

internal sealed record ChangePriority(Priority? Priority)
{
    public static ChangePriority Read(FormReader form) => new(form.NeededChoice<Priority>("priority"));

    public static Task Run(RequestWork work, ChangePriority change)
    {
        var errors = new FieldErrors();
        errors.When(change.Priority is null, "priority", "field.required");
        errors.Throw();
        work.Request.ChangePriority(change.Priority!.Value, work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}

/// <summary>Declares a special case with a reason (S0).</summary>
internal sealed record DeclareSpecial(string? Reason)
{
    public static DeclareSpecial Read(FormReader form) => new(form.NeededText("reason", 1000));

    public static Task Run(RequestWork work, DeclareSpecial declared)
    {
        work.Request.DeclareSpecial(declared.Reason ?? "", work.Charter, work.By, work.Now);
        return Task.CompletedTask;
    }
}
