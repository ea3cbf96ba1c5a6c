using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>The day judged: the day the fault occurred, else the local date of the report.</summary>
    public DateOnly JudgedOn(TimeZoneInfo zone) => OccurredOn ?? Intake.LocalDay(ReportedAt, zone);

    /// <summary>Whether the unit is another customer's than the one whom the request names.</summary>
    /// <param name="unit">With its customer loaded.</param>
    public bool IsOfAnother(Equipment? unit) => unit?.Customer is { } owner
        && (CustomerId is { } named ? named != owner.Id : CustomerName.Length > 0 && TextKey.Name(CustomerName) != owner.NameKey);

    /// <summary>
    /// Puts another unit in the place of a wrong or missing one; judge again afterwards. A unit of another customer takes the request to
    /// him, which must be said; whoever is to go hears that it is another unit.
    /// </summary>
    /// <param name="unit">With product, customer and contract loaded; null: not identified after all.</param>
    /// <param name="otherCustomer">That it becomes another customer's is meant.</param>
    public void Relink(
        Equipment? unit, bool otherCustomer, string? reason, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        AllowText(reason, "reason");
        var another = IsOfAnother(unit) ? unit!.Customer!.Name : null;
        if (another is not null) Check(e => e.When(!otherCustomer, "otherCustomer", "request.other-customer", CustomerName, another));
        Record("request.relinked", by, now, ("from", Serial), ("to", unit?.Serial),
            ("customerFrom", another is null ? null : CustomerName), ("customerTo", another), ("reason", reason));
        TakeUnit(unit, unit is null ? Serial : null);
        TakeOwner(unit);
        foreach (var visit in visits.Where(v => v.IsAhead))
            Tell(visit.EngineerId, NoticeReason.VisitChanged, by, now, visit.Appointment, $"{CustomerName} {Serial}");
        LiveAs(unit, charter, now);
        Touch(now);
    }

    /// <summary>The days of the unit's life that the charter asks for, as they are known now, in the place of those known before.</summary>
    private void LiveAs(Equipment? unit, Charter charter, DateTimeOffset now)
    {
        foreach (var known in events.Where(e => e.OfUnit)) known.NoLongerCounts();
        TakeLife(unit, charter);
        Recompute(charter, now);
    }

    private void TakeOwner(Equipment? unit)
    {
        if (unit is null) return;
        CustomerId = unit.CustomerId ?? CustomerId;
        if (unit.Customer is { } owner) (CustomerName, CustomerPhone, CustomerNow) = (owner.Name, owner.Phone, null);
        DealerId = unit.DealerId ?? DealerId;
        TakeContract(unit.Contract);
    }

    /// <summary>
    /// Its customer's record became part of another one: it is that one's now, and what was said stays. Nobody edited the request.
    /// </summary>
    public void FollowCustomer(Customer into, Actor by, DateTimeOffset now)
    {
        (CustomerId, CustomerNow) = (into.Id, CustomerName == into.Name ? null : into.Name);
        Witness("request.customer-merged", by, now, ("into", into.Name));
    }

    /// <summary>Without a unit, and nothing judged before, there is nothing to judge.</summary>
    public Refusal? WhyNotJudgeFinally() =>
        WhyNotWork() ?? (EquipmentId is null && JudgementCount == 0 ? new Refusal("request.not-judged") : null);

    /// <summary>Judges cover again, provisionally or, with the cause known after diagnosis, finally. Earlier judgements stay
    /// (C4).</summary>
    public Judgement Judge(Facts facts, bool final, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(final ? WhyNotJudgeFinally() : WhyNotWork());
        Refusal.Throw(final && facts.Cause is Cause.Unknown ? new Refusal("request.cause-unknown") : null);
        var judgement = Keep(facts, EntitlementEngine.Judge(charter, facts), final, by, now);
        Touch(now);
        return judgement;
    }

    /// <summary>
    /// What was missing of the unit is known now: what was not determined is judged again, as provisionally or finally as before, on a
    /// closed request too. A repair made meanwhile counts as failed once it is covered. Nothing happens where it was determined.
    /// </summary>
    /// <param name="unit">As it is known now.</param>
    /// <param name="last">The judgement that holds.</param>
    public void Settle(Equipment unit, Judgement last, Facts facts, Charter charter, Actor by, DateTimeOffset now)
    {
        if (!Undetermined) return;
        var known = facts with { Goodwill = last.Facts.Goodwill };
        Keep(known, EntitlementEngine.Judge(charter, known), last.Final, by, now);
        if (Status is RequestStatus.Open) LiveAs(unit, charter, now);
        Touch(now);
    }

    public Refusal? WhyNotGiveGoodwill() => WhyNotWork() ?? (JudgementCount == 0 ? new Refusal("request.not-judged") : null);

    /// <summary>
    /// Gives lines free that are not due (C5). Who may do so is decided before; the person and the reason stand in the judgement.
    /// </summary>
    /// <param name="last">The judgement that holds.</param>
    public Judgement GiveGoodwill(Judgement last, ImmutableArray<LineKind> lines, string reason, Charter charter, Actor by,
        DateTimeOffset now)
    {
        Refusal.Throw(WhyNotGiveGoodwill());
        var errors = new FieldErrors();
        errors.When(lines.IsDefaultOrEmpty, "lines", "field.required");
        errors.Text(reason, "reason", 1000, required: true);
        errors.Throw();
        var facts = last.Facts with { Goodwill = new(lines, by.Name, reason.Trim()) };
        Record("request.goodwill-given", by, now, ("parts", lines.Contains(LineKind.Parts)), ("labour", lines.Contains(LineKind.Labour)),
            ("travel", lines.Contains(LineKind.Travel)), ("freight", lines.Contains(LineKind.Freight)), ("reason", reason.Trim()));
        var judgement = Keep(facts, EntitlementEngine.Judge(charter, facts), last.Final, by, now);
        Touch(now);
        return judgement;
    }

    /// <summary>How many judgements there are; the last one holds.</summary>
    public int JudgementCount { get; private set; }

    private Judgement Keep(Facts facts, Decision decision, bool final, Actor by, DateTimeOffset now)
    {
        var judgement = new Judgement(JudgementCount++, facts, decision, final, by, now);
        judgements.Add(judgement);
        var code = decision.Undetermined ? "request.not-determined" : final ? "request.judged-finally" : "request.judged";
        Record(code, by, now,
            ("coverBefore", CoverOf(Covered, Undetermined)), ("cover", CoverOf(decision.Covered, decision.Undetermined)),
            ("lastDay", decision.LastDay), ("cause", facts.Cause), ("charter", decision.CharterCode),
                ("charterVersion", decision.CharterVersion));
        (Covered, Undetermined) = (decision.Covered, decision.Undetermined);
        (CoveredUntil, Provisional, JudgedCause) = (decision.LastDay, decision.Provisional, facts.Cause);
        JudgeRepair();
        return judgement;
    }

    /// <summary>The answer as the journal keeps it; null: nothing was judged.</summary>
    private static string? CoverOf(bool? covered, bool undetermined) =>
        undetermined ? "undetermined" : covered is { } yes ? yes ? "covered" : "not-covered" : null;
}
