using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;
using Sanbao.Domain.Tests.Promises;

namespace Sanbao.Domain.Tests.Requests;

/// <summary>A service desk: who works there, and calls that come in.</summary>
internal static class Desk
{
    public static readonly DateTimeOffset Reported = Shared.At("2026-05-02 23:30");
    public static readonly DateTimeOffset Now = Shared.At("2026-05-02 23:40");

    public static Actor Clerk { get; } =
        new(Guid.Parse("00000000-0000-7000-8000-000000000001"), "王芳", ["liaison"], Roles.PermissionsOf(["liaison"]));

    public static Charter Charter(string code) => Systems.Of(code);

    public static Intake Call(RequestCategory category = RequestCategory.Fault) => new()
    {
        Channel = Channel.Phone, Category = category, Description = "轴承异响，停机", CustomerName = "苏州轨道交通", ReporterPhone = "138 1234 5678",
        RegionCode = "320505", Zone = Zone.City, ReportedAt = Reported,
    };

    public static ServiceRequest Take(string charter, Intake? intake = null) =>
        ServiceRequest.Open(intake ?? Call(), Charter(charter), null, Clerk, Now);

    public static DeadlineEntry Deadline(this ServiceRequest request, PromiseCode promise) =>
        request.Deadlines.Current.Single(d => d.Promise == promise);

    public static string Why(Action act) => Should.Throw<RefusedException>(act).Refusal.Code;

    public static FieldError Wrong(Action act) => Should.Throw<FieldErrorsException>(act).Errors.ShouldHaveSingleItem();
}
