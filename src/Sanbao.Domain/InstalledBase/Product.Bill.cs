using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.InstalledBase;

public sealed partial class Product
{
    private const int MostRows = 50;

    private readonly List<BillRow> bill = [];

    /// <summary>The serviceable components with which a unit of this product leaves the factory (B2), in no order; see <see
    /// cref="Pieces"/>.</summary>
    public IReadOnlyList<BillRow> Bill => bill;

    /// <summary>Every single component of the bill, in its order.</summary>
    public IEnumerable<BillPiece> Pieces =>
        bill.OrderBy(r => r.Position).SelectMany(r => Enumerable.Range(1, r.Quantity).Select(n => new BillPiece(r, n)));

    /// <summary>From whom the company buys.</summary>
    public void KeepInside(Actor from)
    {
        ShowInPart();
        foreach (var row in bill) row.KeepInside();
    }

    /// <summary>Puts another bill in the place of this one. Units that exist keep their components. Blank rows are left out.</summary>
    public void SetBill(IReadOnlyList<BillRowDetails> rows, Actor by, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.When(rows.Count(r => !r.IsBlank) > MostRows, "bill", "bill.too-many", MostRows);
        for (var i = 0; i < rows.Count; i++)
            if (!rows[i].IsBlank) rows[i].Check($"bill.{i}.", errors);
        errors.Throw();
        bill.Clear();
        foreach (var row in rows.Where(r => !r.IsBlank)) bill.Add(new(Guid.CreateVersion7(now), bill.Count, row));
        Record("product.bill-changed", by, now, ("rows", bill.Count), ("names", string.Join("、", bill.Select(r => r.Name))));
    }
}

/// <summary>One kind of serviceable component of a product.</summary>
public sealed class BillRow
{
    /// <summary>Of one kind in one unit.</summary>
    public const int MostPieces = 20;

    private BillRow() { }

    internal BillRow(Guid id, int position, BillRowDetails said)
    {
        (Id, Position, Quantity) = (id, position, said.Quantity);
        (Name, PartModel) = (TextKey.Shown(said.Name), TextKey.Shown(said.PartModel));
        (Class, Supplier) = (said.Class?.Trim() ?? "", said.Supplier?.Trim() ?? "");
        Source = said.Source;
    }

    public Guid Id { get; private set; }
    public Guid ProductId { get; private set; }
    public int Position { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Model or part number of the component itself.</summary>
    public string PartModel { get; private set; } = "";
    public int Quantity { get; private set; }
    /// <summary>Warranty class, e.g. structure, electrical, motor.</summary>
    public string Class { get; private set; } = "";
    /// <summary>Null: as the product.</summary>
    public Source? Source { get; private set; }
    public string Supplier { get; private set; } = "";

    internal void KeepInside() => Supplier = "";
}

/// <summary>One component of a bill; of several of one kind each has a number.</summary>
public sealed record BillPiece(BillRow Row, int Number)
{
    /// <summary>Which one, as long as the bill stays as it is.</summary>
    public string Key => FormattableString.Invariant($"{Row.Position}-{Number}");

    public string Name => Row.Quantity == 1 ? Row.Name : FormattableString.Invariant($"{Row.Name} {Number}");

    public ComponentDetails ToDetails(string? serial) => new()
    {
        Name = Name, PartModel = Row.PartModel, Class = Row.Class, Source = Row.Source, Supplier = Row.Supplier, Serial = serial,
    };
}

/// <summary>What a person says about a row of a bill.</summary>
public sealed record BillRowDetails
{
    public required string Name { get; init; }
    public string? PartModel { get; init; }
    public int Quantity { get; init; } = 1;
    public string? Class { get; init; }
    public Source? Source { get; init; }
    public string? Supplier { get; init; }

    /// <summary>Nobody wrote anything into it.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Name + PartModel + Class + Supplier) && Source is null;

    /// <param name="at">What stands before the names of its fields, e.g. <c>bill.0.</c></param>
    internal void Check(string at, FieldErrors errors)
    {
        errors.Text(Name, at + "name", 90, required: true);
        errors.Text(PartModel, at + "partModel", 100);
        errors.Text(Class, at + "class", 100);
        // Who pays for what was bought in depends on its maker.
        errors.Text(Supplier, at + "supplier", 100, required: Source is Charters.Source.BoughtIn);
        errors.When(Quantity is < 1 or > BillRow.MostPieces, at + "quantity", "field.out-of-range", 1, BillRow.MostPieces);
    }
}
