using System.Collections.Immutable;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Promises;
using Sanbao.Web.Features.Requests;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>Everything the page of a call shows beside what was typed.</summary>
public sealed record IntakeView
{
    public required DateTimeOffset Now { get; init; }
    /// <summary>Null: nothing was looked for.</summary>
    public Finding? Finding { get; init; }
    /// <summary>The customer that was chosen without a unit.</summary>
    public Customer? Customer { get; init; }
    /// <summary>Null: what was typed cannot be judged; <see cref="Wrong"/> says why.</summary>
    public PreparedRequest? Prepared { get; init; }
    public ImmutableArray<Deadline> Promised { get; init; } = [];
    /// <summary>Repairs of the same before.</summary>
    public ImmutableArray<EarlierRepair> Repeats { get; init; } = [];
    public ImmutableArray<SameMatter> Same { get; init; } = [];
    public ImmutableArray<FieldError> Wrong { get; init; } = [];
    /// <summary>Photos that were sent already, each with its sealed note.</summary>
    public ImmutableArray<(string Note, string Name)> Photos { get; init; } = [];
    /// <summary>Models of the company's products, for a unit that is new.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>People of the customer who may be calling.</summary>
    public ImmutableArray<(string Name, string Phone)> Contacts { get; init; } = [];

    /// <summary>The product named for a unit that is new, with its bill; null: none.</summary>
    public Product? NewProduct { get; init; }

    /// <summary>The components with which a unit that is new begins, as they are ticked.</summary>
    public ImmutableArray<BillPiece> NewPieces { get; init; } = [];

    /// <summary>The unit on record that was chosen or whose serial number was typed; null also for one that is new.</summary>
    public UnitOnRecord? Unit { get; init; }
}
