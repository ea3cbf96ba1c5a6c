using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;

namespace Sanbao.Domain.Tests.Requests;

/// <summary>For what a request waits, from its own state.</summary>
public class NextStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 2, 23, 40, 0, TimeSpan.FromHours(8));

    /// <summary>A fault that was answered and is somebody's.</summary>
    private static readonly Standing Worked =
        new(RequestStatus.Open, Paused: false, Confirmed: true, Replied: true, Assigned: true, null, null, Solved: false,
            RequestCategory.Fault, CustomerAsked: false);

    public static TheoryData<string, Standing, NextStep> Cases => new()
    {
        { "closed", Worked with { Status = RequestStatus.Closed, Replied = false }, NextStep.None },
        { "paused before all", Worked with { Paused = true, Replied = false }, NextStep.Resumption },
        { "heard from outside", Worked with { Confirmed = false, Replied = false }, NextStep.Confirmation },
        { "not answered, whoever has it", Worked with { Replied = false, Assigned = false }, NextStep.Reply },
        { "answered and nobody's", Worked with { Assigned = false }, NextStep.Assignment },
        { "on site without a day", Worked with { Mode = ServiceMode.OnSite }, NextStep.Appointment },
        { "a visit ahead", Worked with { Mode = ServiceMode.OnSite, Appointment = Now.AddHours(1) }, NextStep.Visit },
        { "a visit that has passed", Worked with { Mode = ServiceMode.OnSite, Appointment = Now.AddHours(-1) }, NextStep.Solution },
        { "guided by phone", Worked with { Mode = ServiceMode.Phone }, NextStep.Solution },
        { "solved", Worked with { Solved = true }, NextStep.Closing },
        { "solved by telephone and nobody's", Worked with { Solved = true, Assigned = false }, NextStep.Closing },
        { "a complaint solved and not asked about", Worked with { Solved = true, Category = RequestCategory.Complaint },
            NextStep.CustomerAsked },
        { "a complaint asked about", Worked with { Solved = true, Category = RequestCategory.Complaint, CustomerAsked = true },
            NextStep.Closing },
    };

    [Theory, MemberData(nameof(Cases))]
    public void A_request_waits_for_the_first_that_is_still_to_be_done(string why, Standing standing, NextStep step) =>
        standing.WaitsFor(Now).ShouldBe(step, why);
}
