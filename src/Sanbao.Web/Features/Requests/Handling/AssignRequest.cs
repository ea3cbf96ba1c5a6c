using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Gives the request to somebody, or hands it over.</summary>
internal sealed record AssignRequest([Required] Guid? AssigneeId, [MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static async Task Run(Work<ServiceRequest> work, AssignRequest given)
    {
        var id = given.AssigneeId.GetValueOrDefault();
        var name = id == work.By.Id ? work.By.Name : await NameOf(work, id, "assigneeId");
        work.Document.Assign(id, name, given.Reason, work.Charter, work.By, work.Now);
    }

    /// <summary>The name of one of our own people who may work on requests; an error of the field for anybody else.</summary>
    public static async Task<string> NameOf(Work<ServiceRequest> work, Guid id, string field)
    {
        var account = await work.Db.Accounts.SingleOrDefaultAsync(a => a.Id == id && !a.Disabled && a.DealerId == null && a.CustomerId == null, work.Cancel);
        if (account?.ToActor().May(Permission.WorkRequests) == true) return account.DisplayName;
        throw new FieldErrorsException([new(field, "request.assignee-unknown")]);
    }
}

/// <summary>The actor takes it over.</summary>
internal sealed record TakeRequest([MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static void Run(Work<ServiceRequest> work, TakeRequest taken) =>
        work.Document.Assign(work.By.Id, work.By.Name, taken.Reason, work.Charter, work.By, work.Now);
}
