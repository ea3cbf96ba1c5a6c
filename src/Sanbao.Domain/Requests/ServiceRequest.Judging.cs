using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>The day judged: the day the fault occurred, else the local date of the report.</summary>
    public DateOnly JudgedOn(TimeZoneInfo zone) => OccurredOn ?? Intake.LocalDay(ReportedAt, zone);

    /// <summary>Puts another unit in the place of a wrong or missing one; judge again afterwards.</summary>
    /// <param name="unit">With product, customer and contract loaded; null: not identified after all.</param>
    public void Relink(Equipment? unit, Guid? componentId, string? reason, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        Record("request.relinked", by, now, ("from", Serial), ("to", unit?.Serial), ("reason", reason));
        TakeUnit(unit, componentId, unit is null ? Serial : null);
        if (unit is not null)
        {
            CustomerId = unit.CustomerId ?? CustomerId;
            if (unit.Customer is { } owner) (CustomerName, CustomerPhone) = (owner.Name, owner.Phone);
            DealerId = unit.DealerId ?? DealerId;
            TakeContract(unit.Contract);
        }
        Recompute(charter, now);
        Touch(now);
    }

    /// <summary>Judges cover again, provisionally or, with the cause known after diagnosis, finally. Earlier judgements stay (C4).</summary>
    public Judgement Judge(Facts facts, bool final, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork() ?? (final && facts.Cause is Cause.Unknown ? new Refusal("request.cause-unknown") : null));
        var judgement = Keep(facts, EntitlementEngine.Judge(charter, facts), final, by, now);
        Touch(now);
        return judgement;
    }

    /// <summary>How many judgements there are; the last one holds.</summary>
    public int JudgementCount { get; private set; }

    private Judgement Keep(Facts facts, Decision decision, bool final, Actor by, DateTimeOffset now)
    {
        var judgement = new Judgement(JudgementCount++, facts, decision, final, by, now);
        judgements.Add(judgement);
        Record(final ? "request.judged-finally" : "request.judged", by, now, ("coveredBefore", Covered), ("covered", decision.Covered),
            ("lastDay", decision.LastDay), ("cause", facts.Cause), ("charter", decision.CharterCode), ("charterVersion", decision.CharterVersion));
        (Covered, CoveredUntil, Provisional) = (decision.Covered, decision.LastDay, decision.Provisional);
        return judgement;
    }
}
