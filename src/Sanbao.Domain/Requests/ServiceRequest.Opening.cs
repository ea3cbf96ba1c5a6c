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
    public static ServiceRequest Open(Intake intake, Charter charter, (Facts Facts, Decision Decision)? judged, Actor by,
        DateTimeOffset now)
    {
        intake.Check(charter.Zone, now);
        var request = new ServiceRequest { Id = Guid.CreateVersion7(now), CreatedAt = now, UpdatedAt = now, ReferenceOf = by.OnBehalfOf };
        request.Take(intake);
        request.Govern(charter);
        request.Record("request.opened", by, now, ("channel", intake.Channel), ("category", intake.Category),
            ("reportedAt", intake.ReportedAt),
            ("customer", request.CustomerName), ("serial", request.Serial), ("component", request.ComponentName.Said()),
            ("charter", charter.Code), ("charterVersion", charter.Version));
        if (judged is { } j) request.Keep(j.Facts, j.Decision, final: false, by, now);
        request.Happen(EventKind.Reported, request.ReportedAt);
        if (request.Assignee is not null) request.Happen(EventKind.Assigned, now);
        request.Tell(request.AssigneeId, NoticeReason.Assigned, by, now);
        request.TakeLife(intake.Unit, charter);
        request.Recompute(charter, now);
        return request;
    }

    /// <summary>
    /// A request of another system's history: as it was, perhaps without text, without promises or judgement, ended if it was ended
    ///. The charter governs what is done with it from now on.
    /// </summary>
    public static ServiceRequest Import(
        Intake intake, string externalReference, ImportedEnd? end, Charter charter, Actor by, DateTimeOffset now)
    {
        intake.CheckHistory(charter.Zone, now);
        var request = new ServiceRequest { Id = Guid.CreateVersion7(now), CreatedAt = now, UpdatedAt = now, Imported = true };
        request.Take(intake with { ExternalReference = externalReference });
        request.Govern(charter);
        request.Happen(EventKind.Reported, request.ReportedAt);
        if (end is not null) request.End(end, now);
        request.Record("request.imported", by, now, ("externalReference", externalReference), ("reportedAt", request.ReportedAt));
        return request;
    }

    private void End(ImportedEnd end, DateTimeOffset now)
    {
        var at = Happened(end.At, now, "closedAt");
        Solution = end.Solution?.Trim() ?? "";
        Outcome = end.Outcome;
        if (end.Outcome is RequestOutcome.Solved)
        {
            SolvedAt = at;
            KeepRepair(repaired: true, days: 0, at);
            Happen(EventKind.Solved, at);
        }
        (Status, ClosedAt, RepliedAt) = (RequestStatus.Closed, at, at);
        Happen(EventKind.Closed, at);
    }

    private void Take(Intake intake)
    {
        (Channel, Category, Direct, DealerId) = (intake.Channel, intake.Category, intake.Direct, intake.DealerId ?? intake.Unit?.DealerId);
        TakePeople(intake);
        TakeUnit(intake.Unit, intake.Serial);
        (ComponentId, ComponentName) = (intake.ComponentId, TextKey.Shown(intake.ComponentName));
        ProductText = TextKey.Shown(intake.Product);
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
        CustomerName = TextKey.Shown(intake.CustomerName) is { Length: > 0 } name ? name : intake.Unit?.Customer?.Name ?? "";
        CustomerPhone = TextKey.Shown(intake.CustomerPhone) is { Length: > 0 } phone ? phone : intake.Unit?.Customer?.Phone ?? "";
        ReporterName = TextKey.Shown(intake.ReporterName);
        ReporterPhone = TextKey.Shown(intake.ReporterPhone);
    }

    /// <summary>As a whole: a component is named beside it.</summary>
    private void TakeUnit(Equipment? unit, string? serial)
    {
        EquipmentId = unit?.Id;
        (ComponentId, ComponentName) = (null, "");
        Serial = unit?.Serial ?? TextKey.Shown(serial);
        SerialKey = TextKey.Serial(Serial);
        Model = unit?.Product?.Model ?? "";
    }

    private void TakeLife(Equipment? unit, Charter charter)
    {
        foreach (var life in UnitLife.Of(unit?.Dates, charter)) events.Add(new(events.Count, life));
    }

    private void TakeContract(Contract? contract) =>
        (ContractId, ResponseDays, HandlingDays) = (contract?.Id, contract?.ResponseDays, contract?.HandlingDays);

    private void Govern(Charter charter) => (CharterCode, CharterVersion, CharterHash) = (charter.Code, charter.Version, charter.Hash);
}

/// <summary>How a request of another system ended: when, as what (null: unsolved, or nobody noted it), and what was noted.</summary>
public sealed record ImportedEnd(DateTimeOffset At, RequestOutcome? Outcome, string? Solution);
