using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Requests;

/// <summary>For what a request waits.</summary>
public enum NextStep
{
    /// <summary>Nothing: it is closed.</summary>
    None,
    /// <summary>Somebody stopped its clocks, and goes on when what he waits for has come.</summary>
    Resumption,
    /// <summary>Outside information is to be confirmed.</summary>
    Confirmation,
    Reply,
    /// <summary>Nobody has it.</summary>
    Assignment,
    /// <summary>Somebody is to go, and nobody knows when.</summary>
    Appointment,
    /// <summary>Somebody goes at an appointed time.</summary>
    Visit,
    Solution,
    /// <summary>A complaint does not close before the customer was asked.</summary>
    CustomerAsked,
    /// <summary>All that the request itself says is done; what its charter asks besides, closing tells.</summary>
    Closing,
}

/// <summary>What decides for what a request waits, as a request has it and as a list reads it.</summary>
/// <param name="Confirmed">Needs no confirmation, or was confirmed.</param>
/// <param name="Appointment">Of the visit planned last; null: none.</param>
public readonly record struct Standing(
    RequestStatus Status, bool Paused, bool Confirmed, bool Replied, bool Assigned, ServiceMode? Mode, DateTimeOffset? Appointment,
        bool Solved,
    RequestCategory Category, bool CustomerAsked)
{
    /// <summary>The first that is still to be done, in the order in which a service centre works.</summary>
    /// <param name="now">A visit whose appointment has passed is no longer waited for.</param>
    public NextStep WaitsFor(DateTimeOffset now) => Status switch
    {
        RequestStatus.Closed => NextStep.None,
        RequestStatus.Open when Paused => NextStep.Resumption,
        RequestStatus.Open when !Confirmed => NextStep.Confirmation,
        RequestStatus.Open when !Replied => NextStep.Reply,
        RequestStatus.Open when !Assigned && !Solved => NextStep.Assignment,
        RequestStatus.Open when Solved =>
            Category is RequestCategory.Complaint && !CustomerAsked ? NextStep.CustomerAsked : NextStep.Closing,
        RequestStatus.Open when Appointment > now => NextStep.Visit,
        RequestStatus.Open when Appointment is null && Mode is ServiceMode.OnSite => NextStep.Appointment,
        RequestStatus.Open => NextStep.Solution,
    };
}
