namespace Sanbao.Domain.Kernel;

/// <summary>What a role may do. Every route names one; roles are sets of these.</summary>
public enum Permission
{
    /// <summary>Look at requests and their timelines within the actor's scope.</summary>
    ReadRequests,
    /// <summary>Take in a contact and work on a request: reply, guide by phone, pause, plan, solve.</summary>
    WorkRequests,
    /// <summary>Give a request to somebody else, change its priority, declare a special case.</summary>
    AssignRequests,
    /// <summary>Close and reopen requests.</summary>
    CloseRequests,
    /// <summary>Look at customers, sites and the installed base.</summary>
    ReadEquipment,
    /// <summary>Create and change customers, contracts, products and equipment.</summary>
    EditEquipment,
    /// <summary>Read charters and use the entitlement and deadline previews.</summary>
    ReadCharters,
    /// <summary>Attach and approve charters.</summary>
    EditCharters,
    /// <summary>Bring lists in and take lists out.</summary>
    ImportData,
    /// <summary>See personal data (phone numbers) unmasked in lists and exports.</summary>
    ExportData,
    /// <summary>Users, tokens and company settings.</summary>
    Administer,
}
