using Microsoft.EntityFrameworkCore;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Gives the request to somebody, or hands it over.</summary>
internal sealed record AssignRequest(Guid? AssigneeId, string? Reason)
{
    public static AssignRequest Read(FormReader form) => new(form.Id("assigneeId"), form.Text("reason", 1000));

    public static async Task Run(RequestWork work, AssignRequest given)
    {
        var errors = new FieldErrors();
        errors.When(given.AssigneeId is null, "assigneeId", "field.required");
        errors.Text(given.Reason, "reason", 1000);
        errors.Throw();
        var name = given.AssigneeId == work.By.Id ? work.By.Name : await NameOf(work, given.AssigneeId!.Value, "assigneeId");
        work.Request.Assign(given.AssigneeId!.Value, name, given.Reason, work.Charter, work.By, work.Now);
    }

    /// <summary>The name of one of our own people who may work on requests; an error of the field for anybody else.</summary>
    public static async Task<string> NameOf(RequestWork work, Guid id, string field)
    {
        var account = await work.Db.Accounts.SingleOrDefaultAsync(a => a.Id == id && !a.Disabled && a.DealerId == null && a.CustomerId == null, work.Cancel);
        if (account?.ToActor().May(Permission.WorkRequests) == true) return account.DisplayName;
        throw new FieldErrorsException([new(field, "request.assignee-unknown")]);
    }
}

/// <summary>The actor takes it over.</summary>
internal sealed record TakeRequest(string? Reason)
{
    public static TakeRequest Read(FormReader form) => new(form.Text("reason", 1000));

    public static Task Run(RequestWork work, TakeRequest taken) => AssignRequest.Run(work, new(work.By.Id, taken.Reason));
}
