using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    private static readonly RequestStatus[] WhileOpen = [RequestStatus.Open], Always = [RequestStatus.Open, RequestStatus.Closed];

    public static StatusTable Machine { get; } = StatusTable.Of(
        ("replies", WhileOpen), ("guidance", WhileOpen), ("confirmation", WhileOpen),
        ("mode", WhileOpen), ("visits", WhileOpen), ("departure", WhileOpen), ("arrival", WhileOpen), ("completion", WhileOpen),
        ("steps", WhileOpen), ("solution", WhileOpen),
        ("assignment", WhileOpen), ("taking", WhileOpen),
        ("pauses", WhileOpen), ("resumptions", WhileOpen), ("priority", WhileOpen), ("special", WhileOpen),
        ("cause", WhileOpen), ("equipment", WhileOpen), ("goodwill", WhileOpen),
        ("notes", Always), ("attachments", Always), ("duplicate", Always),
        ("verdict", WhileOpen), ("verification", WhileOpen), ("closing", WhileOpen), ("reopening", [RequestStatus.Closed]));

    public Refusal? WhyNot(string verb) => Machine.Allows(verb, Status) ? null : WhyNotWork() ?? WhyNotReopen();

    /// <summary>Every verb that changes the work needs an open request.</summary>
    public Refusal? WhyNotWork() => Status switch
    {
        RequestStatus.Open => null,
        RequestStatus.Closed => new("request.closed", Number),
    };

    public Refusal? WhyNotReopen() => Status switch
    {
        RequestStatus.Open => new("request.not-closed"),
        RequestStatus.Closed => null,
    };
}
