namespace Sanbao.Domain.Charters;

// The closed lists of the interface. JSON and YAML write them in kebab-case: UserDesignated is user-designated.

/// <summary>Kind of contact that a request is.</summary>
public enum RequestCategory { Consultation, Fault, Complaint, Parts, Return, Installation, Training, Suggestion }

/// <summary>How the contact came in.</summary>
public enum Channel { Phone, Letter, Fax, Email, Visit, ClaimForm, Web, Qr, Dealer, Engineer, Api }

public enum Priority { Low, Normal, High, Urgent }

/// <summary>Way chosen to solve a request.</summary>
public enum ServiceMode { Phone, Return, Exchange, OnSite }

/// <summary>Where the unit stands, seen from the service centre.</summary>
public enum Zone { City, County, Other }

/// <summary>Where a product or component comes from.</summary>
public enum Source { Own, UserDesignated, PrivateLabel, UnqualifiedSupplier, BoughtOnBehalf, BoughtIn }

/// <summary>Who signed the contract with the user: the company itself, or a dealer or contractor between.</summary>
public enum ContractParty { Company, Dealer }

/// <summary>Why the fault happened. Unknown is judged as quality, provisionally.</summary>
public enum Cause
{
    Unknown, Quality, Misuse, Selection, Installation, Environment, Opened, NaturalDisaster, ForceMajeure, HumanDamage,
    Wear, Transport, WrongGoods, Mismatch,
}

/// <summary>The three guarantees.</summary>
public enum Remedy { Repair, Exchange, Refund }

/// <summary>What a service costs, line by line (C0).</summary>
public enum LineKind
{
    Parts, Labour, Travel, Freight,
    /// <summary>Shell and packaging made new at an exchange for a fee; only such an exchange has this line (S10).</summary>
    Refurbishing,
}

/// <summary>Who pays a line.</summary>
public enum Payer
{
    Company, Customer, Dealer, Maker,
    /// <summary>Not known yet, since it is not determined whether the fault is covered. No charter says it.</summary>
    Open,
}

/// <summary>By what a line is charged.</summary>
public enum Basis { Free, Cost, PriceList, Tariff }

/// <summary>A date in the life of a unit from which a term can run.</summary>
public enum UnitDate
{
    ExFactory, Shipped, Delivered, Sold, Invoiced, Received, Commissioned, Accepted, PickedUp,
    /// <summary>The maker's supply of a product or component that is not our own.</summary>
    Supplied,
    /// <summary>The component in question was replaced.</summary>
    Replaced,
    /// <summary>The unit was given in exchange for another.</summary>
    Exchanged,
    /// <summary>The last repair the customer paid for.</summary>
    PaidRepair,
}

/// <summary>What is counted besides days.</summary>
public enum UsageKind { Hours, Kilometres, Cycles }

/// <summary>Something that happened to a case; clocks start, stop and pause by it.</summary>
public enum EventKind
{
    Reported, Replied, Planned, Handled, Assigned, Noticed, Appointed, Arrived, Left, Solved, Received, Repaired, Shipped,
    Exchanged, Recovered, OldPartDue, OldPartReturned, LoanerLent, LoanerReturned, Sold, Delivered, Commissioned, Accepted,
    Inspected, Called, Surveyed, Trained, Quoted, Agreed, StatementReceived, Paid, Objected, FeedbackReceived, DocumentDue,
    DocumentHandedOver, Applied, ApplicationAnswered, Closed, Reopened, Paused, Resumed,
}

/// <summary>How the work on a request ended.</summary>
public enum RequestOutcome
{
    /// <summary>What was done stands written down as the solution.</summary>
    Solved,
    /// <summary>By the customer, before it was solved.</summary>
    Withdrawn,
    NoFaultFound,
    /// <summary>Not our product, or not our duty.</summary>
    NotOurs,
    /// <summary>The same matter as another request, whose number stands with it.</summary>
    Duplicate,
}

/// <summary>Who caused a pause.</summary>
public enum PauseParty { Customer, Company, Maker, Parts, Weather }

/// <summary>What a promise is about; the code under which a deadline is known outside.</summary>
public enum PromiseCode
{
    Reply, Handling, Arrival, Solution, Plan, RepairTurnaround, Exchange, Loaner, Recovery, FollowUp, Inspection, MonthlyCall,
    Training, VisitNotice, OldPart, Feedback, Statement, Payment, Objection, Document, ApplicationAnswer, Survey, Report,
    Appraisal,
}
