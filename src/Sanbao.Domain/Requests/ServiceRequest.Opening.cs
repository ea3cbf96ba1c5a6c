using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>Takes a contact in, starts its clocks and keeps the provisional judgement. The store numbers it when it saves.</summary>
    /// <param name="judged">Facts and decision, made before; null: no unit or product to judge.</param>
    public static ServiceRequest Open(Intake intake, Charter charter, (Facts Facts, Decision Decision)? judged, Actor by, DateTimeOffset now)
    {
        intake.Check(charter.Zone, now);
        var request = new ServiceRequest { Id = Guid.CreateVersion7(now), CreatedAt = now, UpdatedAt = now };
        request.Take(intake);
        request.Govern(charter);
        request.Record("request.opened", by, now, ("channel", intake.Channel), ("category", intake.Category), ("reportedAt", intake.ReportedAt),
            ("customer", request.CustomerName), ("serial", request.Serial), ("charter", charter.Code), ("charterVersion", charter.Version));
        if (judged is { } j) request.Keep(j.Facts, j.Decision, final: false, by, now);
        request.Happen(EventKind.Reported, request.ReportedAt);
        if (request.Assignee is not null) request.Happen(EventKind.Assigned, now);
        request.Recompute(charter, now);
        return request;
    }

    /// <summary>A request of another system's history: as it was, without promises or judgement, closed if it was closed (decision 7).</summary>
    public static ServiceRequest Import(Intake intake, string externalReference, DateTimeOffset? closedAt, string? solution, Actor by, DateTimeOffset now)
    {
        var request = new ServiceRequest { Id = Guid.CreateVersion7(now), CreatedAt = now, UpdatedAt = now, Imported = true };
        request.Take(intake with { ExternalReference = externalReference });
        (request.Solution, request.SolvedAt) = (solution?.Trim() ?? "", string.IsNullOrWhiteSpace(solution) ? null : closedAt);
        request.Happen(EventKind.Reported, request.ReportedAt);
        if (closedAt is { } closed)
        {
            (request.Status, request.ClosedAt, request.RepliedAt) = (RequestStatus.Closed, closed, closed);
            request.Happen(EventKind.Closed, closed);
        }
        request.Record("request.imported", by, now, ("externalReference", externalReference), ("reportedAt", request.ReportedAt));
        return request;
    }

    private void Take(Intake intake)
    {
        (Channel, Category, Direct, DealerId) = (intake.Channel, intake.Category, intake.Direct, intake.DealerId ?? intake.Unit?.DealerId);
        TakePeople(intake);
        TakeUnit(intake.Unit, intake.ComponentId, intake.Serial);
        ProductText = intake.Product?.Trim() ?? "";
        RegionCode = string.IsNullOrWhiteSpace(intake.RegionCode) ? null : intake.RegionCode.Trim();
        Zone = intake.Zone;
        TakeContract(intake.Contract ?? intake.Unit?.Contract);
        (Priority, Special, SpecialReason) = (intake.Priority, intake.Special, intake.SpecialReason);
        Description = intake.Description?.Trim() ?? "";
        (OccurredOn, ReportedAt, Mode) = (intake.OccurredOn, intake.ReportedAt.ToMilliseconds(), intake.Mode);
        if (intake.Mode is { } mode) ModesTried = [mode];
        ExternalReference = string.IsNullOrWhiteSpace(intake.ExternalReference) ? null : intake.ExternalReference.Trim();
        (AssigneeId, Assignee) = (intake.AssigneeId, intake.Assignee);
    }

    private void TakePeople(Intake intake)
    {
        CustomerId = intake.CustomerId ?? intake.Unit?.CustomerId;
        CustomerName = intake.CustomerName?.Trim() is { Length: > 0 } name ? name : intake.Unit?.Customer?.Name ?? "";
        CustomerPhone = intake.CustomerPhone?.Trim() is { Length: > 0 } phone ? phone : intake.Unit?.Customer?.Phone ?? "";
        ReporterName = intake.ReporterName?.Trim() ?? "";
        ReporterPhone = intake.ReporterPhone?.Trim() ?? "";
        PhoneKey = TextKey.Phone(ReporterPhone is "" ? CustomerPhone : ReporterPhone);
    }

    private void TakeUnit(Equipment? unit, Guid? componentId, string? serial)
    {
        EquipmentId = unit?.Id;
        ComponentId = componentId;
        Serial = unit?.Serial ?? serial?.Trim() ?? "";
        SerialKey = TextKey.Serial(Serial);
        Model = unit?.Product?.Model ?? "";
    }

    private void TakeContract(Contract? contract) =>
        (ContractId, ResponseDays, HandlingDays) = (contract?.Id, contract?.ResponseDays, contract?.HandlingDays);

    private void Govern(Charter charter) => (CharterCode, CharterVersion, CharterHash) = (charter.Code, charter.Version, charter.Hash);
}
