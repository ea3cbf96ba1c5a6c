using System.ComponentModel.DataAnnotations;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Gives the request to somebody, or hands it over.</summary>
internal sealed record AssignRequest([Required] Guid? AssigneeId, [MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static async Task Run(Work<ServiceRequest> work, AssignRequest given)
    {
        var id = given.AssigneeId.GetValueOrDefault();
        work.Document.Assign(id, await OwnPeople.NameAsync(work, id, "assigneeId"), given.Reason, work.Charter, work.By, work.Now);
    }
}

/// <summary>The actor takes it over.</summary>
internal sealed record TakeRequest([MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static void Run(Work<ServiceRequest> work, TakeRequest taken) =>
        work.Document.Assign(work.By.Id, work.By.Name, taken.Reason, work.Charter, work.By, work.Now);
}
