using System.Collections.Immutable;
using Sanbao.Domain.Approvals;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Papers;
using Sanbao.Domain.Promises;

namespace Sanbao.Web.Tests.Documents.StandIn;

internal enum TripStatus { Waiting, Approved }

/// <summary>A stand-in for the kinds of documents to come: somebody applies for a trip, which a service manager approves.</summary>
internal sealed class Trip : FiledDocument, INumbered, IBelongs<Trip>, IStaged, ISearched, IApproved, IPromises
{
    private const string Answer = "answer";

    private Trip() { }

    public override string Kind => "trip";
    public string Form => "CC";
    public override Headline Headline => new(Number, Reason) { Status = Status.ToString(), NextDue = NextDue };

    public static StatusTable Machine { get; } = StatusTable.Of<TripStatus>(
        ("change", [TripStatus.Waiting]), ("approval", [TripStatus.Waiting]), ("rejection", [TripStatus.Waiting]),
        ("attachments", [TripStatus.Waiting, TripStatus.Approved]));

    public long Seq { get; private set; }
    public string Number { get; private set; } = "";
    public TripStatus Status { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid AuthorId { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset NextDue { get; private set; } = Instant.Never;
    public ApprovalBook Approvals { get; } = new();
    public DeadlineBook Deadlines { get; } = new();
    public (string Code, int Version)? PromisedBy => ("S1", 1);
    public DateTimeOffset ComputedAt => AnsweredAt ?? AskedAt;
    public bool IsAtRest => false;
    public Findable Findable => new() { Texts = [Reason] };

    Guid? IBelongs.DealerId => null;
    Guid? IBelongs.CustomerId => null;
    static System.Linq.Expressions.Expression<Func<Trip, bool>> IBelongs<Trip>.OfDealer(Guid dealer) => trip => false;
    static System.Linq.Expressions.Expression<Func<Trip, bool>> IBelongs<Trip>.OfCustomer(Guid customer) => trip => false;

    public static Trip Apply(string? reason, Charter charter, Actor by, DateTimeOffset now)
    {
        var trip = new Trip { Id = Guid.CreateVersion7(now), AuthorId = by.Id, AskedAt = now };
        trip.Write(reason, by, now);
        trip.Record("trip.applied", by, now, ("reason", trip.Reason));
        trip.Recompute(charter, now);
        return trip;
    }

    public void TakeNumber(string number) => Number = number;
    public void TakeSeq(long seq) => Seq = seq;

    public Refusal? WhyNot(string verb) => Machine.Allows(verb, Status) ? null : new("trip.status", Status);

    public void Change(string? reason, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNot("change"));
        Write(reason, by, now);
        Record("trip.changed", by, now, ("reason", Reason));
    }

    public void Approve(string? remark, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNot("approval"));
        if (Approvals.Approve(remark, by, now)) (Status, AnsweredAt) = (TripStatus.Approved, now);
        Record("trip.approved", by, now, ("remark", remark));
        Recompute(charter, now);
    }

    public void Reject(string? reason, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNot("rejection"));
        Approvals.Reject(reason, by, now);
        Record("trip.rejected", by, now, ("reason", reason));
    }

    /// <summary>Two days for the answer, whatever the charter.</summary>
    public ImmutableArray<Deadline> DeadlinesAt(Charter charter, DateTimeOffset at) =>
    [
        new()
        {
            Promise = PromiseCode.ApplicationAnswer, Rule = Answer, Occurrence = 1, StartedBy = EventKind.Applied, StartedAt = AskedAt,
            Due = AskedAt.AddDays(2), MetAt = AnsweredAt,
            State = AnsweredAt is null ? DeadlineState.Running : DeadlineState.Met, OverrunMinutes = 0,
        },
    ];

    public void Recompute(Charter charter, DateTimeOffset now)
    {
        Deadlines.Update(this, DeadlinesAt(charter, now), charter, now);
        NextDue = Deadlines.NextDue;
    }

    public IReadOnlyList<Firing> Fire(IReadOnlyCollection<Firing> spoken, Actor by, DateTimeOffset now) => [];

    private void Write(string? reason, Actor by, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.Text(reason, "reason", 200, required: true);
        errors.Throw();
        Reason = reason!.Trim();
        Approvals.Submit(Id, [ChainStep.OfRole("service-manager")], AuthorId, by, now);
    }
}
