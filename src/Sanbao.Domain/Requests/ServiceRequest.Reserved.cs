using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>Reasons and remarks are the company's; a reference is told to whoever gave it.</summary>
    public void KeepInside(Actor from)
    {
        ShowInPart();
        SpecialReason = null;
        if (ReferenceOf != from.OnBehalfOf) ExternalReference = null;
        foreach (var visit in visits) visit.KeepInside();
    }
}
