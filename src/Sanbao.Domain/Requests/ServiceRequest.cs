using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Papers;
using Sanbao.Domain.Promises;

namespace Sanbao.Domain.Requests;

/// <summary>Waiting is not a status: an open request whose clocks somebody stopped (<see cref="ServiceRequest.PausedBy"/>).</summary>
public enum RequestStatus { Open, Closed }

/// <summary>
/// One ledger line: a contact that needs an answer. Every verb changes the state, records a journal line and what happened, and brings
/// the deadlines into line with it, so that one save keeps all of it.
/// </summary>
public sealed partial class ServiceRequest : FiledDocument, INumbered, IBelongs<ServiceRequest>, IStaged, ISearched, IPromises,
    IReserved
{
    /// <summary>UTF-16 units of a reason, a finding or a remark; of a person's name; days in repair and waiting.</summary>
    public const int LongestRemark = 1000, LongestName = 100, MostRepairDays = 3660;

    private readonly List<RequestEvent> events = [];
    private readonly List<Judgement> judgements = [];
    private readonly List<RequestNote> notes = [];
    private readonly List<Repair> repairs = [];
    private readonly List<PlannedVisit> visits = [];

    private ServiceRequest() { }

    public override string Kind => "request";
    public string Form => "FW";
    public override Headline Headline => new(Number, Headline.Cut(Description))
    {
        Status = Status.ToString(),
        Priority = Priority.ToString(),
        Party = CustomerName,
        Subject = string.Join(' ', new[] { Model is "" ? ProductText : Model, Serial }.Where(said => said.Length > 0)),
        AssigneeId = AssigneeId,
        Assignee = Assignee,
        NextDue = NextDue,
    };
    public Findable Findable => new()
    {
        Texts = [Description, Serial, Model, ProductText, Solution], Marks = [Serial, Model],
        Names = [CustomerName, ReporterName, CustomerNow], Phones = [CustomerPhone, ReporterPhone],
    };

    /// <summary>Stable count, the row id of the full-text index and the last key of every list.</summary>
    public long Seq { get; private set; }
    /// <summary>E.g. FW-2026-000123; gap-free per form and year.</summary>
    public string Number { get; private set; } = "";
    public RequestStatus Status { get; private set; }
    public Channel Channel { get; private set; }
    public RequestCategory Category { get; private set; }
    /// <summary>False: outside information that must first be confirmed (S0).</summary>
    public bool Direct { get; private set; }
    /// <summary>When outside information was confirmed; null: not yet, or never needed.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public Guid? CustomerId { get; private set; }
    public string CustomerName { get; private set; } = "";
    public string CustomerPhone { get; private set; } = "";
    /// <summary>The customer's name since two records of it became one, where another one was said; null: as said.</summary>
    public string? CustomerNow { get; private set; }
    public string ReporterName { get; private set; } = "";
    public string ReporterPhone { get; private set; } = "";
    /// <summary>The dealer who brought it in or serves it; that dealer's people see it.</summary>
    public Guid? DealerId { get; private set; }

    /// <summary>Null: the unit is not identified.</summary>
    public Guid? EquipmentId { get; private set; }
    /// <summary>The component at fault; null: the unit as a whole, or not known yet.</summary>
    public Guid? ComponentId { get; private set; }
    /// <summary>What it was called when the request was taken in, also where only the product is known; empty: as above.</summary>
    public string ComponentName { get; private set; } = "";
    /// <summary>As typed; <see cref="SerialKey"/> is its form for comparing.</summary>
    public string Serial { get; private set; } = "";
    public string SerialKey { get; private set; } = "";
    public string Model { get; private set; } = "";
    /// <summary>What the caller called the product when no unit is known.</summary>
    public string ProductText { get; private set; } = "";
    public string? RegionCode { get; private set; }
    /// <summary>As said at intake; null: derived from the region by the charter.</summary>
    public Zone? Zone { get; private set; }
    public Guid? ContractId { get; private set; }
    /// <summary>Working days that the contract notes for a visit, then for handling (S6); as they stood when the request was
    /// opened.</summary>
    public int? ResponseDays { get; private set; }
    public int? HandlingDays { get; private set; }

    public Priority Priority { get; private set; }
    /// <summary>A special case was declared, with its reason (S0).</summary>
    public bool Special { get; private set; }
    public string? SpecialReason { get; private set; }
    /// <summary>May be empty for imported history only.</summary>
    public string Description { get; private set; } = "";
    /// <summary>Local day of the fault; null: the day of the report is judged.</summary>
    public DateOnly? OccurredOn { get; private set; }
    public DateTimeOffset ReportedAt { get; private set; }
    public ServiceMode? Mode { get; private set; }
    /// <summary>The ways tried so far, in order of first choice (the ladder, F10).</summary>
    public ImmutableArray<ServiceMode> ModesTried { get; private set; } = [];

    /// <summary>The charter that governs this request: the version in force at the report.</summary>
    public string CharterCode { get; private set; } = "";
    public int CharterVersion { get; private set; }
    public string CharterHash { get; private set; } = "";

    /// <summary>Unique for whose it is: the same message never makes two requests (D8).</summary>
    public string? ExternalReference { get; private set; }
    /// <summary>The dealer or customer whose programs gave the reference; nobody else outside sees it. Empty: the company.</summary>
    public Guid ReferenceOf { get; private set; }
    /// <summary>The request that is about the same matter; null: none.</summary>
    public Guid? DuplicateOfId { get; private set; }
    public Guid? AssigneeId { get; private set; }
    public string? Assignee { get; private set; }

    /// <summary>Of the judgement that holds; null: none was made.</summary>
    public bool? Covered { get; private set; }
    /// <summary>Neither covered nor not: something is missing that would decide (the judgement names it).</summary>
    public bool Undetermined { get; private set; }
    /// <summary>Last day of the term, inclusive; null: without end, or no term.</summary>
    public DateOnly? CoveredUntil { get; private set; }
    /// <summary>The cause is not found yet (C4).</summary>
    public bool Provisional { get; private set; }

    public DateTimeOffset? RepliedAt { get; private set; }
    /// <summary>When the customer was asked about the result (D6).</summary>
    public DateTimeOffset? CustomerAskedAt { get; private set; }
    public Verdict? Verdict { get; private set; }
    /// <summary>When somebody verified that the result holds (S4).</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }
    public string Solution { get; private set; } = "";
    public DateTimeOffset? SolvedAt { get; private set; }
    /// <summary>A repair was made on the unit, in whichever round.</summary>
    public bool Repaired { get; private set; }
    /// <summary>How many of the <see cref="Repairs"/> count as failed once another fault follows.</summary>
    public int FailedRepairs { get; private set; }
    /// <summary>Days of those that count, which some charters and the law add back.</summary>
    public int FailedRepairDays { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    /// <summary>How it ended; null: it is open, or it was not told.</summary>
    public RequestOutcome? Outcome { get; private set; }
    /// <summary>How often it was opened again.</summary>
    public int Reopened { get; private set; }
    /// <summary>When it was last opened again, from which it owes anew; null: never.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }
    /// <summary>The parties whose pauses are open.</summary>
    public ImmutableArray<PauseParty> PausedBy { get; private set; } = [];

    /// <summary>The nearest instant at which something is owed; <see cref="Instant.Never"/> when nothing is. Never null
    /// (docs/decisions/0004).</summary>
    public DateTimeOffset NextDue { get; private set; } = Instant.Never;
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    /// <summary>Taken over from another system: no promises, perhaps no text.</summary>
    public bool Imported { get; private set; }

    [DecidesDeadlines]
    public IReadOnlyList<RequestEvent> Events => events;
    public IReadOnlyList<Judgement> Judgements => judgements;
    public IReadOnlyList<RequestNote> Notes => notes;
    public IReadOnlyList<Repair> Repairs => repairs;
    public IReadOnlyList<PlannedVisit> Visits => visits;
    /// <summary>Loaded for work only; empty otherwise.</summary>
    public DeadlineBook Deadlines { get; } = new();

    /// <summary>Open, and somebody stopped its clocks.</summary>
    public bool IsWaiting => Status is RequestStatus.Open && !PausedBy.IsEmpty;

    public void TakeNumber(string number) => Number = number;
    public void TakeSeq(long seq) => Seq = seq;

    private void Touch(DateTimeOffset now) => UpdatedAt = now;

    protected override void Filed(DateTimeOffset now) => Touch(now);

    private static void RequireText(string? text, string field, int longest = LongestRemark) =>
        Check(e => e.Text(text, field, longest, required: true));

    private static void AllowText(string? text, string field, int longest = LongestRemark) => Check(e => e.Text(text, field, longest));

    private static void Check(Action<FieldErrors> rules)
    {
        var errors = new FieldErrors();
        rules(errors);
        errors.Throw();
    }

    /// <summary>When a thing happened that a person tells now: never in the future, never before the report or the reopening.</summary>
    private DateTimeOffset Happened(DateTimeOffset? at, DateTimeOffset now, string field)
    {
        var moment = at ?? now;
        var errors = new FieldErrors();
        errors.When(moment > now, field, "instant.in-future", now);
        errors.When(moment < ReportedAt, field, "instant.before-report", ReportedAt);
        errors.When(moment >= ReportedAt && moment < ReopenedAt, field, "instant.before-reopening", ReopenedAt ?? default);
        errors.Throw();
        return moment;
    }
}
