using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Requests.Page;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>The way of a request from the call to its end, and what comes next on it.</summary>
public class WayTests
{
    private static readonly Charter S0 = Sanbao.Charters.CharterLibrary.Shipped.InForce("S0", A.Today)!;

    [Fact]
    public void A_fault_is_guided_solved_and_closed()
    {
        var request = Taken(RequestCategory.Fault);
        Said(request).ShouldBe("opened+ replies solution closing → guidance");
        request.Reply("先停机", null, S0, A.Clerk, A.Now);
        Said(request).ShouldBe("opened+ replies+ solution closing → solution");
        request.RecordSolution("更换轴承", true, 1, null, S0, A.Clerk, A.Now);
        Said(request).ShouldBe("opened+ replies+ solution+ closing → closing");
        request.Close(null, null, S0, A.Clerk, A.Now);
        Said(request).ShouldBe("opened+ replies+ solution+ closing+ → ");
        request.Reopen("又响了", S0, A.Clerk, A.Now);
        Said(request).ShouldBe("opened+ replies solution closing → guidance");
    }

    [Fact]
    public void A_complaint_from_outside_is_confirmed_first_and_asked_about_at_the_end()
    {
        var request = Taken(RequestCategory.Complaint, direct: false);
        Said(request).ShouldBe("opened+ confirmation replies solution verdict closing → confirmation");
        request.Confirm("属实", A.Clerk, A.Now);
        Said(request).ShouldEndWith("→ replies");
    }

    [Fact]
    public void Who_is_to_be_visited_has_the_visit_on_the_way()
    {
        var request = Taken(RequestCategory.Fault, mode: ServiceMode.OnSite);
        request.Reply("派人来", null, S0, A.Clerk, A.Now);
        Said(request).ShouldBe("opened+ replies+ visits solution closing → visits");
        request.PlanVisit("陈伟", null, A.Now.AddDays(1), null, S0, A.Clerk, A.Now);
        Said(request).ShouldEndWith("visits+ solution closing → solution");
    }

    [Fact]
    public void While_the_clocks_stand_the_next_thing_is_to_let_them_run()
    {
        var request = Taken(RequestCategory.Fault);
        request.Pause(PauseParty.Customer, "等回电", S0, A.Clerk, A.Now);
        Said(request).ShouldEndWith("→ resumptions");
    }

    private static ServiceRequest Taken(RequestCategory category, bool direct = true, ServiceMode? mode = null) => ServiceRequest.Open(
        new() { Channel = Channel.Phone, Category = category, Description = "轴承异响", CustomerName = "苏州轨道交通", ReportedAt = A.Now,
            Direct = direct, Mode = mode }, S0, judged: null, A.Clerk, A.Now);

    private static string Said(ServiceRequest request)
    {
        var way = RequestWay.Of(request, S0);
        return string.Join(' ', way.Stations.Select(s => s.Reached ? s.Name + "+" : s.Name)) + " → " + way.Next;
    }
}
