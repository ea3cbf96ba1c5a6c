using System.Collections.Immutable;
using System.Linq.Expressions;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Papers;

namespace Sanbao.Domain.Customers;

public enum ContractKind { Sale, Maintenance }

/// <summary>A sale or maintenance contract and the numbers in it that warranty and promises read.</summary>
public sealed class Contract : FiledDocument, IBelongs<Contract>
{
    private Contract() { }

    public override string Kind => "contract";
    public override Headline Headline => new(Number, "") { Status = Nature.ToString() };

    public string Number { get; private set; } = "";
    public string NumberKey { get; private set; } = "";
    public ContractKind Nature { get; private set; }
    public Guid CustomerId { get; private set; }
    public Customer? Customer { get; private set; }
    /// <summary>Who signed with the user; null: not known.</summary>
    public ContractParty? Party { get; private set; }
    public string? Sector { get; private set; }
    /// <summary>Warranty months noted in the contract; null: none noted.</summary>
    public int? Months { get; private set; }
    /// <summary>Stock turnover months of a dealer's contract (S10).</summary>
    public int? StockMonths { get; private set; }
    /// <summary>Working days within which a visit arrives (S6).</summary>
    public int? ResponseDays { get; private set; }
    /// <summary>Working days within which what came by phone is dealt with (S6).</summary>
    public int? HandlingDays { get; private set; }
    /// <summary>The charter this contract names; null: the usual one.</summary>
    public string? CharterCode { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    /// <summary>Last day, inclusive; null: open.</summary>
    public DateOnly? Ends { get; private set; }

    public static Contract Create(Guid customerId, ContractDetails details, Actor by, DateTimeOffset now)
    {
        var contract = new Contract { Id = Guid.CreateVersion7(now), CustomerId = customerId };
        contract.Take(details);
        contract.Record("contract.created", by, now, ("number", contract.Number));
        return contract;
    }

    public void Change(ContractDetails details, Actor by, DateTimeOffset now)
    {
        var before = Fields;
        Take(details);
        Record("contract.changed", by, now, ("number", Number), ("months", Months), ("responseDays", ResponseDays),
            ("handlingDays", HandlingDays), ("charter", CharterCode), ("ends", Ends), ("changed", FieldsChanged.Between(before, Fields)));
    }

    /// <summary>Its customer's record became part of another one: it is that one's now. Nobody edited the contract.</summary>
    public void FollowCustomer(Customer into, Actor by, DateTimeOffset now)
    {
        CustomerId = into.Id;
        Witness("contract.customer-merged", by, now, ("into", into.Name));
    }

    /// <summary>The numbers that promises name (<see cref="Amount.FromContract"/>).</summary>
    public ImmutableDictionary<string, int> Numbers => NumbersOf(ResponseDays, HandlingDays);

    public static ImmutableDictionary<string, int> NumbersOf(int? responseDays, int? handlingDays)
    {
        var numbers = ImmutableDictionary<string, int>.Empty;
        if (responseDays is { } response) numbers = numbers.Add("responseDays", response);
        if (handlingDays is { } handling) numbers = numbers.Add("handlingDays", handling);
        return numbers;
    }

    // A contract is its customer's, and so is the dealer who serves it: only asked for, never said by the contract itself.
    Guid? IBelongs.DealerId => null;
    Guid? IBelongs.CustomerId => CustomerId;
    static Expression<Func<Contract, bool>> IBelongs<Contract>.OfDealer(Guid dealer) => c => c.Customer!.DealerId == dealer;
    static Expression<Func<Contract, bool>> IBelongs<Contract>.OfCustomer(Guid customer) => c => c.CustomerId == customer;

    /// <summary>As it stands, in the words in which it is said.</summary>
    public ContractDetails Details => new()
    {
        Number = Number, Kind = Nature, Party = Party, Sector = Sector, Months = Months, StockMonths = StockMonths,
        ResponseDays = ResponseDays,
        HandlingDays = HandlingDays, Charter = CharterCode, SignedOn = SignedOn, Ends = Ends,
    };

    /// <summary>What a person edits.</summary>
    private (string, object?)[] Fields =>
    [
        ("number", Number), ("kind", Nature), ("party", Party), ("sector", Sector), ("months", Months), ("stock-months", StockMonths),
        ("response-days", ResponseDays), ("handling-days", HandlingDays), ("charter", CharterCode), ("signed", SignedOn), ("ends", Ends),
    ];

    private void Take(ContractDetails details)
    {
        details.Check();
        Number = TextKey.Shown(details.Number);
        NumberKey = TextKey.Serial(Number);
        (Nature, Party, Sector) = (details.Kind ?? ContractKind.Sale, details.Party, details.Sector.Said());
        (Months, StockMonths) = (details.Months, details.StockMonths);
        (ResponseDays, HandlingDays) = (details.ResponseDays, details.HandlingDays);
        (CharterCode, SignedOn, Ends) = (details.Charter.Said(), details.SignedOn, details.Ends);
    }
}

/// <summary>What a person says about a contract.</summary>
public record ContractDetails : Details
{
    public string? Number { get; init; }
    /// <summary>Null: a sale.</summary>
    public ContractKind? Kind { get; init; }
    public ContractParty? Party { get; init; }
    public string? Sector { get; init; }
    public int? Months { get; init; }
    public int? StockMonths { get; init; }
    public int? ResponseDays { get; init; }
    public int? HandlingDays { get; init; }
    /// <summary>Code of the charter it names; null: the usual one.</summary>
    public string? Charter { get; init; }
    public DateOnly? SignedOn { get; init; }
    /// <summary>Last day, inclusive; null: open.</summary>
    public DateOnly? Ends { get; init; }

    public override void Check(FieldErrors errors)
    {
        errors.Text(Number, "number", 100, required: true);
        errors.When(Sector.Said() is { } sector && !Sectors.All.Contains(sector), "sector", "field.unknown", Sector ?? "");
        errors.Text(Charter, "charter", 50);
        Range(errors, Months, "months", 600);
        Range(errors, StockMonths, "stockMonths", 120);
        Range(errors, ResponseDays, "responseDays", 366);
        Range(errors, HandlingDays, "handlingDays", 366);
        errors.Day(SignedOn, "signedOn");
        errors.Day(Ends, "ends");
        errors.When(Ends < SignedOn, "ends", "date.before", SignedOn ?? default, new Word("field.signedOn"));
    }

    private static void Range(FieldErrors errors, int? value, string field, int most) =>
        errors.When(value is < 0 || value > most, field, "field.out-of-range", 0, most);
}
